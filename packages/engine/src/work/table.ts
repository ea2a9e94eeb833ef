import { JOBS, type JobName, type JobPayload, SLOW_AFTER } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { type Mailer, sendMail } from '../email/send.ts';
import { runCheck } from '../runs/run-check.ts';
import { claimDeliveries, countLateEndpoints } from '../webhook/claim.ts';
import { deliver } from '../webhook/deliver.ts';
import type { Poster } from '../webhook/post.ts';
import type { WaitingRows } from './waiting-rows.ts';

/** How many jobs of one name a worker process runs at once. */
export type Concurrency = {
  readonly count: number;
  /** A job that has run for `after` milliseconds frees its slot and continues. At most `most` jobs run in total. */
  readonly overflow?: { readonly after: number; readonly most: number };
};

/** What a worker process provides to jobs. */
export type JobTools = {
  readonly poster: Poster;
  readonly mailer: Mailer;
  /** Wakes the relay, because a slot is free and a delivery waits for it. */
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
 * All jobs: which rows wait for each, how many run at once in a process, and the function that runs it. The relay, the
 * reconciler, the worker and `doctor` read this table, and none of them knows a job by its name.
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
  // Deliveries wait for other servers, so they get the most slots. A slow one frees its slot: when many endpoints stop
  // answering at once, they hold the slots for two seconds instead of twenty.
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
      // Emails are due in real time.
      due: { column: 'created_at', clock: 'real' },
      fence: 'open',
    },
    concurrency: { count: 4 },
    run: (deps, { mailer }, data) => sendMail(deps, mailer, data),
  },
};

/** Each kind of waiting rows once, with its first job. */
export const WAITING_ROWS: readonly (readonly [JobName, WaitingRows])[] = (Object.keys(WORK) as JobName[])
  .map((name) => [name, WORK[name].rows as WaitingRows] as const)
  .filter(([, rows], at, all) => all.findIndex(([, other]) => other === rows) === at);

/** Runs one job. @throws ZodError for a payload that does not match the job's schema, before anything runs. */
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
