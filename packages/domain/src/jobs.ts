import { z } from 'zod';

/**
 * The catalogue of jobs: name to payload. A payload holds ids only; the row it names is the truth, so that a job which
 * runs twice, late or never does no harm. The worker maps each name to one engine call and does not compile without one.
 */
export const JOBS = {
  'check.run': z.strictObject({ tenantId: z.uuid(), checkId: z.uuid(), attempt: z.int() }),
  'delivery.attempt': z.strictObject({ tenantId: z.uuid(), deliveryId: z.uuid(), attempt: z.int() }),
  'mail.send': z.strictObject({ tenantId: z.uuid(), mailId: z.uuid() }),
} as const;

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]>;

/** How many of each a worker process works at once. Deliveries wait on other people's servers, so they get the most. */
export const JOB_CONCURRENCY = { 'check.run': 8, 'delivery.attempt': 32, 'mail.send': 4 } as const satisfies Record<
  JobName,
  number
>;
