import { Wakeup } from './wakeup.ts';

/** How long the relay sleeps when nobody wakes it, in milliseconds. A lost wake-up costs no more than this. */
const RELAY_POLL = 500;

export type RelayLoop = {
  /** Something was committed: look now. */
  wake(): void;
  /** Ends after the pass that is running. */
  stop(): Promise<void>;
};

type Options = {
  /** One pass; says how many rows it took. */
  readonly pass: () => Promise<number>;
  /** Jobs were made: whoever works them may fetch at once. */
  readonly onWork: () => void;
  readonly onError: (error: unknown) => void;
  readonly poll?: number;
};

/**
 * Passes over waiting rows until none is left, then sleeps until it is woken. A pass that fails is tried again after the
 * sleep, so that a database which is away is asked twice a second and not more.
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
      // After a failure, wake-ups do not count: they would make it a hot loop.
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
