import { Wakeup } from './wakeup.ts';

/** How long the relay sleeps without a wakeup, in milliseconds. A lost wakeup costs no more than this. */
const RELAY_POLL = 500;

export type RelayLoop = {
  /** Makes it run a pass at once, because something was committed. */
  wake(): void;
  /** Stops after the current pass. */
  stop(): Promise<void>;
};

type Options = {
  /** Runs one pass. @returns how many rows it took. */
  readonly pass: () => Promise<number>;
  /** Called when there are new jobs. */
  readonly onWork: () => void;
  readonly onError: (error: unknown) => void;
  readonly poll?: number;
};

/**
 * Runs passes over waiting rows until none is left, then sleeps until a wakeup. A failed pass is retried after the sleep,
 * so that a database that is down gets at most two requests per second.
 */
export function startRelayLoop({ pass, onWork, onError, poll = RELAY_POLL }: Options): RelayLoop {
  const wakeup = new Wakeup();
  let stopping = false;
  const passes = async (): Promise<void> => {
    for (let taken = 1; taken > 0 && !stopping; ) {
      taken = await pass();
      if (taken > 0) onWork();
    }
  };
  const run = async (): Promise<void> => {
    while (!stopping) {
      const failed = await passes().then(
        () => false,
        (error: unknown) => {
          onError(error);
          return true;
        },
      );
      // Wakeups are ignored after a failure, because they would cause a busy loop.
      if (failed) await new Promise((resolve) => setTimeout(resolve, poll));
      else await wakeup.wait(poll);
    }
  };
  const running = run();
  return {
    wake: () => wakeup.wake(),
    stop: () => {
      stopping = true;
      wakeup.wake();
      return running;
    },
  };
}
