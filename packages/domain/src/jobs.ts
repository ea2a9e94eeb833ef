import { z } from 'zod';

/** One attempt of a delivery. */
const delivery = z.strictObject({ tenantId: z.uuid(), deliveryId: z.uuid(), attempt: z.int() });

/**
 * The catalogue of jobs: name to payload. A payload holds only ids. The row is the source of truth, so a job that runs
 * twice, late or never does no harm. The engine's table of work says what each job does; it does not compile without a
 * row for each name.
 */
export const JOBS = {
  'check.run': z.strictObject({ tenantId: z.uuid(), checkId: z.uuid(), attempt: z.int() }),
  'delivery.attempt': delivery,
  /** The same work for a slow endpoint. It has its own workers, so that slow endpoints delay no others. */
  'delivery.slow': delivery,
  'mail.send': z.strictObject({ tenantId: z.uuid(), mailId: z.uuid() }),
} as const;

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]>;
