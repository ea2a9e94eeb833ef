import { z } from 'zod';
import { type Contract, type InputsOf, id, pageOf, paging, shownId, time } from '../contract.ts';
import { AUDIT_BREAKS, type AuditBreakKind } from './breaks.ts';

/** A break as an auditor reads it: which record or seal, where, and what is wrong there. */
const BreakView = z.strictObject({
  what: z.enum(Object.keys(AUDIT_BREAKS) as [AuditBreakKind, ...AuditBreakKind[]]),
  sentence: z.string(),
  customerId: shownId('customer').nullable(),
  position: z.int().nullable(),
  seal: z.int().nullable(),
});
export type BreakView = z.output<typeof BreakView>;

const Verified = z.strictObject({
  records: z.int(),
  broken: z.array(BreakView),
  nextCursor: z.string().nullable(),
});
export type Verified = z.output<typeof Verified>;

/** What the last runs over the audit log came to. Times are the real ones. */
const AuditReportView = z.strictObject({
  /** The last verification that came to its end, or null before the first. */
  verified: z.strictObject({ startedAt: time, endedAt: time, seals: z.int(), records: z.int() }).nullable(),
  /** What that one found, and the one after it that still runs, and whether seals have gone since. */
  broken: z.int(),
  /** The first of them. */
  breaks: z.array(BreakView),
  /** The last seal, and when all heads were last gone through for one. */
  seal: z.strictObject({ number: z.int(), hash: z.string() }).nullable(),
  sealedAt: time.nullable(),
  /** How many runs are dated in the future. No run that was made is, unless a clock was wrong, and so none of them counts. */
  misdated: z.int(),
});
export type AuditReportView = z.output<typeof AuditReportView>;

/** A seal as it is told to the outside, to be kept where nobody who reaches the database reaches it. Hashes are in hex. */
const Seal = z.strictObject({
  seal: z.int(),
  at: time,
  /** How many records it seals: those whose head moved since the seal before. */
  leaves: z.int(),
  root: z.string(),
  previous: z.string().nullable(),
  hash: z.string(),
});
export type Seal = z.output<typeof Seal>;

/** An entry of a chain with the exact text that was hashed: SHA-256 over the bytes of the hash before it and of this text. Hashes are in hex. */
const ExportedEntry = z.strictObject({
  position: z.int(),
  body: z.string(),
  previous: z.string().nullable(),
  hash: z.string(),
  /** The seals that hold this entry as the record's head. */
  seals: z.array(z.int()),
});
export type ExportedEntry = z.output<typeof ExportedEntry>;

const customerId = id('customer');

export const auditContract = {
  verify: { input: z.strictObject({ ...paging, customerId: customerId.exactOptional() }), output: Verified },
  report: { output: AuditReportView },
  seals: { input: z.strictObject(paging), output: pageOf(Seal) },
  export: { input: z.strictObject({ ...paging, customerId }), output: pageOf(ExportedEntry) },
} satisfies Contract;

export type AuditInputs = InputsOf<typeof auditContract>;
