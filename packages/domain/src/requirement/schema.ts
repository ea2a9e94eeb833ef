import { z } from 'zod';
import type { CheckKind } from '../check/kinds.ts';
import { DocumentKind } from '../document/kinds.ts';
import { prose, token } from '../profile/text.ts';
import { RequirementCode } from './codes.ts';

/**
 * What an item is about: a field of the profile, a kind of document, or neither, when words answer it. Which fields there
 * are says the customer's program, so that `askProblem` refuses another.
 */
export const RequirementTarget = z.strictObject({
  field: token(60).optional(),
  documentKind: DocumentKind.optional(),
});
export type RequirementTarget = z.infer<typeof RequirementTarget>;

/** Where on a scan the reviewer points: fractions of its width and height, from the top left. */
export const Pin = z.strictObject({
  documentId: token(64),
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
});
export type Pin = z.infer<typeof Pin>;

/** An item of a request for information, as a reviewer or a provider asks it. */
export const RequirementAsk = z.strictObject({
  code: RequirementCode,
  target: RequirementTarget.default({}),
  /** What the customer reads besides the catalogue's sentence. */
  customerMessage: prose(1000).optional(),
  internalNote: prose(2000).optional(),
  pin: Pin.optional(),
});
export type RequirementAsk = z.infer<typeof RequirementAsk>;

/** Who asks for an item: a kind of check, a person at the desk, or the engine for a field that was emptied. */
export type Asker = CheckKind | 'engine' | `staff:${string}`;

/** Days that a customer has to answer before a reminder. It is a date shown, never a punishment. */
export const DUE_DAYS = 14;
