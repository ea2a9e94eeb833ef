import { z } from 'zod';
import type { Contract } from './contract.ts';
import { CAPABILITIES, CustomerStatus } from './customer/lifecycle.ts';
import { type describeReasons, type describeRequirementCodes, LifecycleDescription } from './lifecycle-description.ts';

/** The tables of codes are answered as described, so the descriptions are their types. */
const ReasonCodes = z.record(
  z.string(),
  z.record(z.string(), z.strictObject({ label: z.string(), customerSentence: z.string() })),
) as unknown as z.ZodType<ReturnType<typeof describeReasons>>;

const RequirementCodes = z.record(
  z.string(),
  z.strictObject({
    sentence: z.string(),
    next: z.string(),
    good: z.string(),
    bad: z.string(),
    nextBy: z.record(z.string(), z.string()).optional(),
    fits: z.string().optional(),
    answer: z.string(),
    about: z.record(z.string(), z.string()).optional(),
    side: z.string().optional(),
  }),
) as unknown as z.ZodType<ReturnType<typeof describeRequirementCodes>>;

export const lifecycleContract = {
  describe: {
    input: z
      .strictObject({ lifecycle: z.enum(['customer', 'enablement']).default('customer') })
      .default({ lifecycle: 'customer' }),
    output: LifecycleDescription.extend({
      access: z.record(CustomerStatus, z.array(z.enum(CAPABILITIES))).nullable(),
    }),
  },
  reasonCodes: { output: ReasonCodes },
  requirementCodes: { output: RequirementCodes },
} satisfies Contract;
