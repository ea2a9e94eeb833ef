import { JOBS, type JobName, type JobPayload, SLOW_AFTER } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { type Mailer, sendMail } from '../email/send.ts';
import { runCheck } from '../runs/run-check.ts';
import { claimDeliveries, countLateEndpoints } from '../webhook/claim.ts';
import { deliver } from '../webhook/deliver.ts';
import type { Poster } from '../webhook/post.ts';
import type { WaitingRows } from './waiting-rows.ts';

/** How many jobs of a name a worker process works at once. */
export type Concurrency = {
  readonly count: number;
  /** A job that has run for `after` milliseconds gives its hand free and goes on; no more than `most` run in all. */
  readonly overflow?: { readonly after: number; readonly most: number };
};

/** What a worker brings to its work. */
export type JobTools = {
  readonly poster: Poster;
  readonly mailer: Mailer;
  /** Wakes the relay: a place is free, and a delivery waits for it. */
  readonly wakeRelay: () => void;
};

type Work<Name extends JobName> = {
  readonly rows: WaitingRows<Name>;
  readonly concurrency: Concurrency;
  readonly run: (deps: Deps, tools: JobTools, data: JobPayload<Name>, signal?: AbortSignal) => Promise<void>;
};

const DELIVERIES: WaitingRows<'delivery.attempt' | 'delivery.slow'> = {
  table: 'delivery',
  idKey: 'deliveryId',
  open: "status = 'PENDING'",
  due: { column: 'due_at', clock: 'tenant' },
  fence: 'attempt',
  turns: { claim: claimDeliveries, countLate: countLateEndpoints },
};

const attemptDelivery: Work<'delivery.attempt' | 'delivery.slow'>['run'] = async (deps, tools, data, signal) => {
  if (await deliver(deps, tools.poster, data, signal)) tools.wakeRelay();
};

/**
 * Everything that is done by jobs: which rows wait for it, how many run at once in a process, and what does it. The relay,
 * the reconciler, the worker and `doctor` read this table, and none of them knows a job by its name.
 */
export const WORK: { readonly [Name in JobName]: Work<Name> } = {
  'check.run': {
    rows: {
      table: 'verification_check',
      idKey: 'checkId',
      // A check without a due time waits for a person.
      open: "status = 'PENDING' and due_at is not null",
      due: { column: 'due_at', clock: 'tenant' },
      fence: 'attempt',
    },
    concurrency: { count: 8 },
    run: (deps, _tools, data, signal) => runCheck(deps, data, signal),
  },
  // Deliveries wait on other people's servers, so they get the most hands. One that waits long holds none: endpoints that
  // stop answering all at once then keep the hands for two seconds and not for twenty.
  'delivery.attempt': {
    rows: DELIVERIES,
    concurrency: { count: 32, overflow: { after: SLOW_AFTER, most: 256 } },
    run: attemptDelivery,
  },
  'delivery.slow': { rows: DELIVERIES, concurrency: { count: 64 }, run: attemptDelivery },
  'mail.send': {
    rows: {
      table: 'mail',
      idKey: 'mailId',
      open: 'sent_at is null',
      // Emails travel in the real world.
      due: { column: 'created_at', clock: 'real' },
      fence: 'open',
    },
    concurrency: { count: 4 },
    run: (deps, { mailer }, data) => sendMail(deps, mailer, data),
  },
};

/** Each sort of rows once, with the first job for it. */
export const WAITING_ROWS: readonly (readonly [JobName, WaitingRows])[] = (Object.keys(WORK) as JobName[])
  .map((name) => [name, WORK[name].rows as WaitingRows] as const)
  .filter(([, rows], at, all) => all.findIndex(([, other]) => other === rows) === at);

/** Does one job. @throws ZodError for a payload that does not fit the catalogue, before anything runs. */
export async function runJob(
  deps: Deps,
  tools: JobTools,
  name: JobName,
  data: unknown,
  signal?: AbortSignal,
): Promise<void> {
  const { run } = WORK[name] as Work<JobName>;
  await run(deps, tools, JOBS[name].parse(data) as never, signal);
}
