import { refusalOf } from '#lib/api.ts';
import type { Values } from '../questions/values.ts';
import { isSignedOut } from './problem.ts';

/** The pause in typing before a save, and the delay of a retry after a failure, in milliseconds. */
const PAUSE = 600;
const AGAIN = 5_000;

export type Saving = { readonly state: 'saving' | 'saved' | 'notSaved' | 'signedOut'; readonly at?: string };

type Options = {
  /** Saves the values and returns the time of the save. */
  readonly send: (values: Values) => Promise<{ savedAt: string }>;
  readonly report: (saving: Saving) => void;
};

/**
 * Saves typed values after each pause. One request runs at a time, so that an older one never overwrites a newer one.
 */
export type Draft = {
  change(values: Values): void;
  /** Saves pending values now. It never throws; failed saves are retried. */
  flush(): Promise<void>;
  /** Discards pending values and aborts a running save, so that nothing is saved after the page was sent. */
  stop(): Promise<void>;
};

export function createDraft({ send, report }: Options): Draft {
  let waiting: Values | null = null;
  let running: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(flush, wait);
  };
  const attempt = async (): Promise<void> => {
    const values = waiting;
    if (!values) return;
    waiting = null;
    report({ state: 'saving' });
    try {
      const { savedAt } = await send(values);
      if (!waiting) report({ state: 'saved', at: savedAt });
    } catch (error) {
      waiting ??= values;
      report({ state: isSignedOut(refusalOf(error)) ? 'signedOut' : 'notSaved' });
      later(AGAIN);
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    running = running.then(attempt);
    return running;
  };
  return {
    change(values) {
      waiting = values;
      later(PAUSE);
    },
    flush,
    async stop() {
      clearTimeout(timer);
      waiting = null;
      await running;
      clearTimeout(timer);
      waiting = null;
    },
  };
}
