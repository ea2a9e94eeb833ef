import { z } from 'zod';
import { SLOW_AFTER } from './webhook/isolation.ts';

/** One attempt of a delivery. */
const delivery = z.strictObject({ tenantId: z.uuid(), deliveryId: z.uuid(), attempt: z.int() });

/**
 * The catalogue of jobs: name to payload. A payload holds ids only; the row it names is the truth, so that a job which
 * runs twice, late or never does no harm. The worker maps each name to one engine call and does not compile without one.
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

/** How many jobs of a name a worker process works at once. */
export type Hands = {
  readonly count: number;
  /** A job that has run for `after` milliseconds gives its hand free and goes on; no more than `most` run in all. */
  readonly patience?: { readonly after: number; readonly most: number };
};

/**
 * Deliveries wait on other people's servers, so they get the most. One that waits long holds no hand: endpoints that stop
 * answering all at once then keep the hands for two seconds and not for twenty.
 */
export const JOB_HANDS = {
  'check.run': { count: 8 },
  'delivery.attempt': { count: 32, patience: { after: SLOW_AFTER, most: 256 } },
  'delivery.slow': { count: 64 },
  'mail.send': { count: 4 },
} as const satisfies Record<JobName, Hands>;
