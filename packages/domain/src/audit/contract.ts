import { z } from 'zod';
import { type Contract, type InputsOf, id, pageOf, paging, shownId, time } from '../contract.ts';
import { AUDIT_BREAKS, type AuditBreakKind } from './breaks.ts';

/** A break as shown to an auditor: the record or seal, the position, and what is wrong. */
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

/** The results of the last runs over the audit log, in real time. */
const AuditReportView = z.strictObject({
  /** The last completed verification, or null before the first. */
  verified: z.strictObject({ startedAt: time, endedAt: time, seals: z.int(), records: z.int() }).nullable(),
  /** The findings of that verification and of the one in progress, and whether seals are missing since. */
  broken: z.int(),
  /** The first of them. */
  breaks: z.array(BreakView),
  /** The last seal, and when all heads were last read for one. */
  seal: z.strictObject({ number: z.int(), hash: z.string() }).nullable(),
  sealedAt: time.nullable(),
  /** The number of runs dated in the future. They come from a wrong clock and are ignored. */
  misdated: z.int(),
});
export type AuditReportView = z.output<typeof AuditReportView>;

/** A seal as exported, to be kept out of reach of anyone with access to the database. Hashes are in hex. */
const Seal = z.strictObject({
  seal: z.int(),
  at: time,
  /** The number of sealed records: those whose head moved since the previous seal. */
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
