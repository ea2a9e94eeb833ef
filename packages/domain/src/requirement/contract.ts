import { z } from 'zod';
import { type Contract, expectedVersion, type InputsOf, id, time } from '../contract.ts';
import { CustomerDetail } from '../customer/contract.ts';
import { DocumentKind } from '../document/kinds.ts';
import { prose } from '../profile/text.ts';
import { RequirementView } from '../webhook/body.ts';
import { RequirementCode } from './codes.ts';

/** The stored area of a scan that a reviewer marked. */
export const PinView = z.strictObject({ documentId: z.string(), x: z.number(), y: z.number() });

/** The stored request. Other rules may have applied when it was made. */
export const AskView = z.strictObject({
  code: RequirementCode,
  target: z.strictObject({ field: z.string().optional(), documentKind: DocumentKind.optional() }),
  customerMessage: z.string().optional(),
  internalNote: z.string().optional(),
  pin: PinView.optional(),
});

export const CommentView = z.strictObject({ text: z.string(), at: time });
export type CommentView = z.output<typeof CommentView>;

export const requirementContract = {
  list: { input: z.strictObject({ customerId: id('customer') }), output: z.array(RequirementView) },
  answer: {
    input: z.strictObject({ requirementId: id('requirement'), text: prose(2000), expectedVersion }),
    output: CustomerDetail,
  },
} satisfies Contract;

export type RequirementInputs = InputsOf<typeof requirementContract>;
