export { createApiKey } from './access/api-keys.ts';
export { type Assembled, assemble, readKeys } from './assemble.ts';
export {
  exportedHeadBreaks,
  exportedSealBreak,
  exportSeals,
  type SealedHead,
  sealHashBreak,
} from './audit/exported-seals.ts';
export { type AuditReport, auditReport } from './audit/report.ts';
export { sealAllHeads } from './audit/seal.ts';
export { verifyAll, verifyOne } from './audit/verify.ts';
export { type Deps, realClock } from './deps.ts';
export type { Mailer } from './email/send.ts';
export type { Engine, Verbs } from './engine.ts';
export { errorFacts } from './faults/error-facts.ts';
export { answerFor } from './faults/fault.ts';
export { keepLogClean } from './faults/process-log.ts';
export type { Spending } from './limits/spend.ts';
export { type ChangeFeed, listenToChanges } from './notify/listen.ts';
export { createPartner } from './partners/create.ts';
export { unknownProviders } from './partners/unknown-providers.ts';
export { recordStaffEvents } from './staff/history.ts';
export { createVault } from './vault.ts';
export { createPoster } from './webhook/post.ts';
export { lateWork } from './work/late.ts';
export { SCHEDULE, type TaskLog, type TaskName } from './work/schedule.ts';
export { type Concurrency, WORK } from './work/table.ts';
