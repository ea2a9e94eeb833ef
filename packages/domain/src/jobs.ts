import { z } from 'zod';

/** One attempt of a delivery. */
const delivery = z.strictObject({ tenantId: z.uuid(), deliveryId: z.uuid(), attempt: z.int() });

/**
 * The catalogue of jobs: name to payload. A payload holds ids only; the row it names is the truth, so that a job which
 * runs twice, late or never does no harm. What a job is the alarm for and what does it stands in the engine's table of
 * work, which does not compile without a row for each name.
 */
export const JOBS = {
  'check.run': z.strictObject({ tenantId: z.uuid(), checkId: z.uuid(), attempt: z.int() }),
  'delivery.attempt': delivery,
  /** The same work for an endpoint that is slow. It has hands of its own, so that slow ones together delay no other. */
  'delivery.slow': delivery,
  'mail.send': z.strictObject({ tenantId: z.uuid(), mailId: z.uuid() }),
} as const;

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]>;
