import { z } from 'zod';
import { type Contract, type InputsOf, id, shownId, time } from '../contract.ts';
import { CustomerDetail } from '../customer/contract.ts';
import { QualityWarning } from './inspector.ts';
import { DocumentKind, DocumentSide } from './kinds.ts';
import { DocumentState } from './lifecycle.ts';
import { REPEATED } from './repeated.ts';

const SameAs = z.strictObject({
  id: shownId('document'),
  kind: DocumentKind,
  side: DocumentSide,
  /** For the customer: the finding, and what to do about it. */
  message: z.string(),
  advice: z.string(),
});
export type SameAs = z.output<typeof SameAs>;

/**
 * A document in an answer. Its file is at `/api/files/<id>` with the same credentials, and its preview at
 * `/api/files/<id>?as=picture`. Width and height are those of the preview, in pixels.
 */
export const DocumentView = z.strictObject({
  id: shownId('document'),
  kind: DocumentKind,
  side: DocumentSide,
  state: DocumentState,
  type: z.string().nullable(),
  bytes: z.int().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** Whether there is a preview. An image is its own; a PDF from before previews has none. */
  hasPicture: z.boolean(),
  /** The number of pages of a PDF; null for an image. */
  pages: z.int().nullable(),
  warnings: z.array(z.enum([...QualityWarning.options, REPEATED])),
  requirementId: shownId('requirement').nullable(),
  uploadedAt: time.nullable(),
  /** The earlier document with the same file. This is a warning and not a refusal. */
  sameAs: SameAs.nullable(),
});
export type DocumentView = z.output<typeof DocumentView>;

export const CreatedDocument = z.strictObject({
  id: shownId('document'),
  upload: z.strictObject({
    url: z.url(),
    method: z.literal('PUT'),
    maxBytes: z.int(),
    types: z.array(z.string()).readonly(),
  }),
});
export type CreatedDocument = z.output<typeof CreatedDocument>;

const customerId = id('customer');
export const ofDocument = z.strictObject({ documentId: id('document') });

export const documentContract = {
  create: {
    input: z.strictObject({
      customerId,
      kind: DocumentKind,
      side: DocumentSide.default('FRONT'),
      /** The item that it answers. Only an item without a kind of document needs it. */
      requirementId: id('requirement').exactOptional(),
    }),
    output: CreatedDocument,
  },
  complete: { input: ofDocument, output: CustomerDetail },
  list: { input: z.strictObject({ customerId }), output: z.array(DocumentView) },
  remove: { input: ofDocument, output: CustomerDetail },
} satisfies Contract;

export type DocumentInputs = InputsOf<typeof documentContract>;
