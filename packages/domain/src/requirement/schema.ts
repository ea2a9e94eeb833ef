import { z } from 'zod';
import type { CheckKind } from '../check/kinds.ts';
import { DocumentKind } from '../document/kinds.ts';
import type { StoredMessage } from '../messages/language.ts';
import { prose, token } from '../profile/text.ts';
import { RequirementCode } from './codes.ts';

/**
 * The target of an item: a field of the profile, a kind of document, or neither when text answers it. The customer's
 * program defines the fields; `askProblem` refuses others.
 */
export const RequirementTarget = z.strictObject({
  field: token(60).optional(),
  documentKind: DocumentKind.optional(),
});
export type RequirementTarget = z.infer<typeof RequirementTarget>;

/** The area of a scan that the reviewer marked: fractions of its width and height, from the top left. */
export const Pin = z.strictObject({
  documentId: token(64),
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
});
export type Pin = z.infer<typeof Pin>;

/** An item of a request for information by a reviewer or a provider. */
export const RequirementAsk = z.strictObject({
  code: RequirementCode,
  target: RequirementTarget.default({}),
  /** A message for the customer besides the catalogue's. */
  customerMessage: prose(1000).optional(),
  internalNote: prose(2000).optional(),
  pin: Pin.optional(),
});
/** `says` is what a check adds to the code, where a person writes a message: it is said when it is read. */
export type RequirementAsk = z.infer<typeof RequirementAsk> & { readonly says?: readonly StoredMessage[] | undefined };

/** The source of an item: a kind of check, a person at the desk, or the engine for an emptied field. */
export type Asker = CheckKind | 'engine' | `staff:${string}`;

/** Days until a customer is reminded. The date is shown and has no consequences. */
export const DUE_DAYS = 14;
