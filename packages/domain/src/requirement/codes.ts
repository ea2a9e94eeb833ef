import { z } from 'zod';
import type { DocumentKind, DocumentSide } from '../document/kinds.ts';

/** The ways to answer an item: a new document, a changed field, or text. */
const ANSWERED_BY = ['document', 'field', 'text'] as const;
export const AnsweredBy = z.enum(ANSWERED_BY);
export type AnsweredBy = z.infer<typeof AnsweredBy>;

/** The data of a code. Its messages are in the catalogue, under `requirementCodes`. */
export type DeclaredCode = {
  /** The other way to answer, with its own `next`, because either may answer it. */
  readonly nextBy?: AnsweredBy;
  /** Restrictions: only a business can answer it, or only the gate asks for it. */
  readonly fits?: 'business' | 'gate';
} & (
  | {
      /** The expected answer, unless the item's target says otherwise. */
      readonly answer: 'document';
      /** The default kind for items that name none. Without it, any kind is accepted. */
      readonly about?: { readonly documentKind: DocumentKind };
      /** The one side that it asks for. */
      readonly side?: DocumentSide;
    }
  // A code that asks for a field names its default field.
  | { readonly answer: 'field'; readonly about: { readonly field: string } }
  | { readonly answer: 'text' }
);

/** Everything that can be asked of a customer. */
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
