import { AUDIT_BREAKS } from '@gatehouse/domain';
import type { Engine } from '@gatehouse/engine';

type Work = Engine['work'];

/** Where a task of the schedule says what somebody has to know. Ids, numbers and hashes only. */
export type Told = { info(facts: object, text: string): void; error(facts: object, text: string): void };

/** What happens by the clock: how often, in milliseconds, and the one engine call. */
export const SCHEDULE = {
  /** Rows whose job was lost get a new one. */
  reconcile: { every: 15_000, run: (work: Work) => work.reconcile() },
  /** One check's request waits only so long for checks that still run. */
  concludeOverdue: { every: 5_000, run: (work: Work) => work.concludeOverdue() },
  /** A case whose expected time has passed says so, once. */
  announceDelays: { every: 30_000, run: (work: Work) => work.announceDelays() },
  /** Who asked for a new link by email gets one. */
  sendRequestedLinks: { every: 1_000, run: (work: Work) => work.sendRequestedLinks() },
  /** Counts of limits whose window is over go away. */
  forgetSpent: { every: 60_000, run: (work: Work) => work.forgetSpent() },
  /** The heads of all audit chains are sealed in pieces. A seal is told, so that logs kept elsewhere hold it. */
  sealHeads: {
    every: 5_000,
    run: async (work: Work, told: Told) => {
      const seal = await work.sealHeads();
      if (seal) told.info(seal, 'audit heads sealed');
    },
  },
  /** All records and seals are verified in pieces, and again ten minutes after the last one. */
  verifyAudit: {
    every: 5_000,
    run: async (work: Work, told: Told) => {
      for (const each of await work.verifyNext()) told.error(each, `audit broken: ${AUDIT_BREAKS[each.what]}`);
    },
  },
} as const satisfies Record<string, { every: number; run: (work: Work, told: Told) => Promise<unknown> }>;

export type ScheduledName = keyof typeof SCHEDULE;
export type Clockwork = { stop(): Promise<void> };

/** Runs everything of the schedule until it is stopped. One that fails is logged and comes again at its next time. */
export function startSchedule(
  work: Work,
  told: Told,
  onError: (error: unknown, name: ScheduledName) => void,
): Clockwork {
  const all = (Object.keys(SCHEDULE) as ScheduledName[]).map((name) => {
    const { every, run } = SCHEDULE[name];
    return repeat(every, () => run(work, told).then(done, (error: unknown) => onError(error, name)));
  });
  return { stop: async () => void (await Promise.all(all.map((each) => each.stop()))) };
}

const done = (): void => {};

/** Runs `task` so often, never twice at once: a slow run pushes the next one back. `task` does not throw. */
function repeat(every: number, task: () => Promise<void>): Clockwork {
  let current: Promise<void> = Promise.resolve();
  let stopped = false;
  let timer: NodeJS.Timeout;
  const plan = (): void => {
    timer = setTimeout(() => {
      current = task().then(() => {
        if (!stopped) plan();
      });
    }, every);
  };
  plan();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return current;
    },
  };
}
