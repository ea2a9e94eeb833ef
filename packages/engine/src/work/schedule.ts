import { AUDIT_BREAKS, type RealTime } from '@gatehouse/domain';
import type { PendingQuery, Row, Sql } from 'postgres';
import { sealHeads } from '../audit/seal.ts';
import { verifyNext } from '../audit/verify.ts';
import type { Deps } from '../deps.ts';
import { pruneLimits } from '../limits/spend.ts';
import { sendRequestedLinks, waitingRequests } from '../portal/request-link.ts';
import { announceDelays, concludeOverdue, delayedCases, overdueRuns } from '../runs/overdue.ts';
import { reconcile } from './relay.ts';

/** Where a task of the schedule says what somebody has to know. Ids, numbers and hashes only. */
export type TaskLog = { info(facts: object, text: string): void; error(facts: object, text: string): void };

type Task = {
  /** How long after one run the next one begins, in milliseconds. */
  readonly every: number;
  readonly run: (deps: Deps, log: TaskLog) => Promise<unknown>;
  /** The rows for which it is time at `at`: what the task takes, and what `doctor` finds late. */
  readonly waiting?: (sql: Sql, at: RealTime) => PendingQuery<Row[]>;
};

/** What happens by the clock, and the rows that wait for it. The worker and `doctor` read this table. */
export const SCHEDULE = {
  /** Rows whose job was lost get a new one. */
  reconcile: { every: 15_000, run: reconcile },
  /** One check's request waits only so long for checks that still run. */
  concludeOverdue: { every: 5_000, run: concludeOverdue, waiting: overdueRuns },
  /** A case whose expected time has passed says so, once. */
  announceDelays: { every: 30_000, run: announceDelays, waiting: delayedCases },
  /** Who asked for a new link by email gets one. */
  sendRequestedLinks: { every: 1_000, run: sendRequestedLinks, waiting: waitingRequests },
  /** Counts of limits whose window is over go away. Nobody waits for that. */
  pruneLimits: { every: 60_000, run: pruneLimits },
  /** The heads of all audit chains are sealed in pieces. A seal is told, so that logs kept elsewhere hold it. */
  sealHeads: {
    every: 5_000,
    run: async (deps, log) => {
      const seal = await sealHeads(deps);
      if (seal) log.info(seal, 'audit heads sealed');
    },
  },
  /** All records and seals are verified in pieces, and again ten minutes after the last one. */
  verifyAudit: {
    every: 5_000,
    run: async (deps, log) => {
      for (const each of await verifyNext(deps)) log.error(each, `audit broken: ${AUDIT_BREAKS[each.what]}`);
    },
  },
} as const satisfies Record<string, Task>;

export type TaskName = keyof typeof SCHEDULE;

/** Runs one task of the schedule. */
export const runTask = (deps: Deps, name: TaskName, log: TaskLog): Promise<unknown> => SCHEDULE[name].run(deps, log);
