import { z } from 'zod';
import { DocumentKind, DocumentSide } from '../document/kinds.ts';
import { StoredMessage } from '../messages/language.ts';
import { RequirementAsk } from '../requirement/schema.ts';

/** The fields that all evidence has: whether it stands out, and a sentence for the desk. */
const said = { ok: z.boolean(), text: z.string() };
/** The provider's machine-readable code for what is wrong. */
const problem = z.string().optional();

/** One thing that a check looked at, or found. */
export const Evidence = z.discriminatedUnion('type', [
  /** A field of the profile. `read` is its value where the provider read it somewhere else. */
  z.object({ type: z.literal('field'), ...said, field: z.string(), problem, read: z.string().optional() }),
  /** A submitted file: its size in pixels, and the fields that were read on it. */
  z.object({
    type: z.literal('document'),
    ...said,
    documentId: z.string(),
    problem,
    pages: z.number().optional(),
    width: z.number().optional(),
    height: z.number().optional(),
    read: z.record(z.string(), z.string()).optional(),
  }),
  /** A missing document, or a missing side. */
  z.object({ type: z.literal('missing'), ...said, documentKind: DocumentKind, side: DocumentSide.optional() }),
  /** A possible match in a list or a register: its score from 0 to 1, and the fields that agree. */
  z.object({
    type: z.literal('candidate'),
    ...said,
    source: z.string(),
    reference: z.string(),
    score: z.number().min(0).max(1),
    agrees: z.array(z.string()),
  }),
  /** About the whole. */
  z.object({ type: z.literal('statement'), ...said }),
]);
export type Evidence = z.infer<typeof Evidence>;

/** A statement about nothing in particular. */
export const statement = (text: string, ok = false): Evidence => ({ type: 'statement', ok, text });

/**
 * Stored requests are not validated again when they are read, because older versions accepted other and longer texts.
 */
const text = z.string().optional();
const Asked = z.object({
  ...RequirementAsk.shape,
  customerMessage: text,
  internalNote: text,
  says: z.array(StoredMessage).optional(),
});

const words = {
  asks: z.array(Asked),
  /** A person's note on it, and its author. */
  note: z.string().optional(),
  by: z.string().optional(),
};

/** The evidence of version 0.1.0: sentences with their subjects. */
const Findings = z.array(
  z.object({ about: z.object({ field: z.string().optional(), documentId: z.string().optional() }), ...said }),
);

/** The sealed part of a finished check: what it asks of the customer, and what it found. */
export const CheckRecord = z.union([
  z.object({ ...words, evidence: z.array(Evidence) }),
  z.object({ ...words, findings: Findings }).transform(({ findings, ...rest }) => ({
    ...rest,
    evidence: findings.map(({ about: { field, documentId }, ...told }): Evidence => {
      if (documentId !== undefined) return { type: 'document', documentId, ...told };
      return field === undefined ? { type: 'statement', ...told } : { type: 'field', field, ...told };
    }),
  })),
]);
export type CheckRecord = z.output<typeof CheckRecord>;

/** A sentence for the desk, and its field or document. */
export type Finding = {
  readonly about: { readonly field?: string; readonly documentId?: string };
  readonly ok: boolean;
  readonly text: string;
};

/** Evidence as the desk shows it. */
export function findingOf(evidence: Evidence): Finding {
  const { ok, text } = evidence;
  if (evidence.type === 'field') return { about: { field: evidence.field }, ok, text };
  return { about: evidence.type === 'document' ? { documentId: evidence.documentId } : {}, ok, text };
}
