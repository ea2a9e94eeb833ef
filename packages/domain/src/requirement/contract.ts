import { z } from 'zod';
import { type Contract, expectedVersion, type InputsOf, id } from '../contract.ts';
import { CustomerDetail } from '../customer/contract.ts';
import { prose } from '../profile/text.ts';
import { RequirementView } from '../webhook/body.ts';

export const requirementContract = {
  list: { input: z.strictObject({ customerId: id('customer') }), output: z.array(RequirementView) },
  answer: {
    input: z.strictObject({ requirementId: id('requirement'), text: prose(2000), expectedVersion }),
    output: CustomerDetail,
  },
} satisfies Contract;

export type RequirementInputs = InputsOf<typeof requirementContract>;
