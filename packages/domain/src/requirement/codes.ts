import { z } from 'zod';
import type { DocumentKind, DocumentSide } from '../document/kinds.ts';

/** What settles an item: a new document, a changed field, or words. */
const ANSWERED_BY = ['document', 'field', 'text'] as const;
export const AnsweredBy = z.enum(ANSWERED_BY);
export type AnsweredBy = z.infer<typeof AnsweredBy>;

/** What of a code is not words. Those stand in the catalogue, under `requirementCodes`. */
export type DeclaredCode = {
  /** The other way of answering that has a `next` of its own, because either may settle it. */
  readonly nextBy?: AnsweredBy;
  /** Where it does not fit everyone: only a business can answer it, or the gate asks it by itself and no person does. */
  readonly fits?: 'business' | 'gate';
} & (
  | {
      /** What answers it, unless the item's target names something else. */
      readonly answer: 'document';
      /** The kind that is meant where an item names none. Without it any kind will do. */
      readonly about?: { readonly documentKind: DocumentKind };
      /** The one side that it asks for. */
      readonly side?: DocumentSide;
    }
  // A field has to be named before it can be changed, so a code that asks for one says which is meant.
  | { readonly answer: 'field'; readonly about: { readonly field: string } }
  | { readonly answer: 'text' }
);

/** Every thing that can be asked of a customer. */
export const REQUIREMENT_CODES = {
  DOCUMENT_MISSING: { answer: 'document' },
  DOCUMENT_MISSING_FRONT: { answer: 'document', side: 'FRONT' },
  DOCUMENT_MISSING_BACK: { answer: 'document', side: 'BACK' },
  DOCUMENT_EXPIRED: { answer: 'document' },
  DOCUMENT_BLURRED: { answer: 'document' },
  DOCUMENT_CROPPED: { answer: 'document' },
  DOCUMENT_GLARE: { answer: 'document' },
  DOCUMENT_UNSUPPORTED: { answer: 'document' },
  DOCUMENT_NAME_MISMATCH: { answer: 'document', nextBy: 'field' },
  DOCUMENT_BIRTH_DATE_MISMATCH: { answer: 'field', about: { field: 'birthDate' }, nextBy: 'document' },
  DOCUMENT_NUMBER_UNREADABLE: { answer: 'document' },
  ADDRESS_UNVERIFIED: { answer: 'document', about: { documentKind: 'PROOF_OF_ADDRESS' }, nextBy: 'field' },
  ADDRESS_PROOF_TOO_OLD: { answer: 'document', about: { documentKind: 'PROOF_OF_ADDRESS' } },
  ADDRESS_PO_BOX: { answer: 'field', about: { field: 'address' } },
  OWNERSHIP_UNCLEAR: { answer: 'document', fits: 'business', about: { documentKind: 'OWNERSHIP_CHART' } },
  OWNERSHIP_INCOMPLETE: { answer: 'text', fits: 'business' },
  OWNER_MISSING: { answer: 'text', fits: 'business' },
  OWNER_AMBIGUOUS: { answer: 'text', fits: 'business' },
  CONTROLLER_MISSING: { answer: 'text', fits: 'business' },
  REGISTRATION_MISMATCH: { answer: 'document', fits: 'business', about: { documentKind: 'REGISTRATION_CERTIFICATE' } },
  TAX_ID_MISMATCH: { answer: 'field', about: { field: 'nationalId' } },
  SOURCE_OF_FUNDS_UNCLEAR: { answer: 'text' },
  CLARIFICATION: { answer: 'text' },
  DECLARATION_MISSING: { answer: 'text', fits: 'gate' },
} as const satisfies Record<string, DeclaredCode>;

export type RequirementCode = keyof typeof REQUIREMENT_CODES;
export const RequirementCode = z.enum(Object.keys(REQUIREMENT_CODES) as [RequirementCode, ...RequirementCode[]]);
