import { z } from 'zod';
import { DocumentKind, DocumentSide } from '../document/kinds.ts';
import { RequirementAsk } from '../requirement/schema.ts';

/** What is said of each thing that was looked at: whether it stands out, and a sentence for the desk about it. */
const said = { ok: z.boolean(), text: z.string() };
/** What is wrong, as a word of the provider that a program can tell from another. */
const problem = z.string().optional();

/** One thing that a check looked at, or found. */
export const Evidence = z.discriminatedUnion('type', [
  /** A field of the profile. `read` is its value where the provider read it somewhere else. */
  z.object({ type: z.literal('field'), ...said, field: z.string(), problem, read: z.string().optional() }),
  /** A submitted file: how large it is, and the fields that were read on it. Sizes in pixels. */
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
  /** A document, or a side of one, that is not there. */
  z.object({ type: z.literal('missing'), ...said, documentKind: DocumentKind, side: DocumentSide.optional() }),
  /** Somebody in a list or a register who may be the subject: how likely, from 0 to 1, and what of it agrees. */
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

/** A statement, as a provider that looks at nothing in particular makes it. */
export const statement = (text: string, ok = false): Evidence => ({ type: 'statement', ok, text });

/** What was asked once is not judged anew when it is read: older versions took other words, and more of them. */
const text = z.string().optional();
const Asked = z.object({ ...RequirementAsk.shape, customerMessage: text, internalNote: text });

const words = {
  asks: z.array(Asked),
  /** A person's words about it, and who that was. */
  note: z.string().optional(),
  by: z.string().optional(),
};

/** What version 0.1.0 kept of a check: sentences, and what each was about. */
const Findings = z.array(
  z.object({ about: z.object({ field: z.string().optional(), documentId: z.string().optional() }), ...said }),
);

/** What is sealed of a check that has its verdict: what it asks of the customer, and what it found. */
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

/** A sentence for the desk, and which field or document it is about. */
export type Finding = {
  readonly about: { readonly field?: string; readonly documentId?: string };
  readonly ok: boolean;
  readonly text: string;
};

/** What the desk shows of a piece of evidence. */
export function findingOf(evidence: Evidence): Finding {
  const { ok, text } = evidence;
  if (evidence.type === 'field') return { about: { field: evidence.field }, ok, text };
  return { about: evidence.type === 'document' ? { documentId: evidence.documentId } : {}, ok, text };
}
