import { type Engine, SCHEDULE, type TaskLog, type TaskName } from '@gatehouse/engine';

export type RunningSchedule = { stop(): Promise<void> };

/** Runs all scheduled tasks until it is stopped. A task that fails is logged and runs again at its next time. */
export function startSchedule(
  { runTask }: Pick<Engine['work'], 'runTask'>,
  log: TaskLog,
  onError: (error: unknown, name: TaskName) => void,
): RunningSchedule {
  const all = (Object.keys(SCHEDULE) as TaskName[]).map((name) =>
    repeat(SCHEDULE[name].every, () => runTask(name, log).then(done, (error: unknown) => onError(error, name))),
  );
  return { stop: async () => void (await Promise.all(all.map((each) => each.stop()))) };
}

const done = (): void => {};

/** Runs `task` every so many milliseconds, never twice at once: a slow run delays the next one. `task` does not throw. */
function repeat(every: number, task: () => Promise<void>): RunningSchedule {
  let current: Promise<void> = Promise.resolve();
  let stopped = false;
  let timer: NodeJS.Timeout;
  const scheduleNext = (): void => {
    timer = setTimeout(() => {
      current = task().then(() => {
        if (!stopped) scheduleNext();
      });
    }, every);
  };
  scheduleNext();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return current;
    },
  };
}
