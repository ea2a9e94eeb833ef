import { AUDIT_BREAKS, type RealTime } from '@gatehouse/domain';
import type { PendingQuery, Row, Sql } from 'postgres';
import { sealHeads } from '../audit/seal.ts';
import { verifyNext } from '../audit/verify.ts';
import type { Deps } from '../deps.ts';
import { pruneLimits } from '../limits/spend.ts';
import { sendRequestedLinks, waitingRequests } from '../portal/request-link.ts';
import { announceDelays, concludeOverdue, delayedCases, overdueRuns } from '../runs/overdue.ts';
import { reconcile } from './relay.ts';

/** The log of scheduled tasks. It takes ids, numbers and hashes only. */
export type TaskLog = { info(facts: object, text: string): void; error(facts: object, text: string): void };

type Task = {
  /** The pause between two runs, in milliseconds. */
  readonly every: number;
  readonly run: (deps: Deps, log: TaskLog) => Promise<unknown>;
  /** Selects the rows that are due at `at`. The task takes them, and `doctor` counts the late ones. */
  readonly waiting?: (sql: Sql, at: RealTime) => PendingQuery<Row[]>;
};

/** All scheduled tasks and the rows that wait for them. The worker and `doctor` read this table. */
export const SCHEDULE = {
  /** Makes lost jobs again. */
  reconcile: { every: 15_000, run: reconcile },
  /** Concludes runs whose finished check asks for something while others take too long. */
  concludeOverdue: { every: 5_000, run: concludeOverdue, waiting: overdueRuns },
  /** Announces once that a case has passed its expected time. */
  announceDelays: { every: 30_000, run: announceDelays, waiting: delayedCases },
  /** Sends the new links that were requested by email. */
  sendRequestedLinks: { every: 1_000, run: sendRequestedLinks, waiting: waitingRequests },
  /** Deletes the counts of limits whose window has ended. Nothing waits for it. */
  pruneLimits: { every: 60_000, run: pruneLimits },
  /** Seals the heads of all audit chains in pieces. Each seal is logged, so that logs stored elsewhere contain it. */
  sealHeads: {
    every: 5_000,
    run: async (deps, log) => {
      const seal = await sealHeads(deps);
      if (seal) log.info(seal, 'audit heads sealed');
    },
  },
  /** Verifies all records and seals in pieces, and starts again ten minutes after each pass. */
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
