import { z } from 'zod';
import type { Contract } from './contract.ts';
import { CAPABILITIES, CustomerStatus } from './customer/lifecycle.ts';
import type { REASON_CODES } from './customer/reasons.ts';
import { LifecycleDescription } from './lifecycle-description.ts';
import type { REQUIREMENT_CODES } from './requirement/codes.ts';

/** The tables of codes are answered as they are declared, so the declarations are their types. */
const ReasonCodes = z.record(
  z.string(),
  z.record(z.string(), z.strictObject({ label: z.string(), customerSentence: z.string() })),
) as unknown as z.ZodType<typeof REASON_CODES>;

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
) as unknown as z.ZodType<typeof REQUIREMENT_CODES>;

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
