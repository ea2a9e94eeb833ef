import { type Engine, SCHEDULE, type TaskLog, type TaskName } from '@gatehouse/engine';

export type Clockwork = { stop(): Promise<void> };

/** Runs everything of the schedule until it is stopped. One that fails is logged and comes again at its next time. */
export function startSchedule(
  { runTask }: Pick<Engine['work'], 'runTask'>,
  log: TaskLog,
  onError: (error: unknown, name: TaskName) => void,
): Clockwork {
  const all = (Object.keys(SCHEDULE) as TaskName[]).map((name) =>
    repeat(SCHEDULE[name].every, () => runTask(name, log).then(done, (error: unknown) => onError(error, name))),
  );
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
