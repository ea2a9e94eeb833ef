import { refusalOf } from '#lib/api.ts';
import type { Values } from '../questions/values.ts';
import { isSignedOut } from './problem.ts';

/** How long nothing is typed before it is saved, and how long after a failure it is tried again, in milliseconds. */
const PAUSE = 600;
const AGAIN = 5_000;

export type Saving = { readonly state: 'saving' | 'saved' | 'notSaved' | 'signedOut'; readonly at?: string };

type Options = {
  /** Keeps the values and answers when it did. */
  readonly send: (values: Values) => Promise<{ savedAt: string }>;
  readonly report: (saving: Saving) => void;
};

/** What a person types, saved shortly after each pause. One request runs at a time, so that an older one never wins. */
export type Draft = {
  change(values: Values): void;
  /** Saves now what still waits. It never throws: what could not be saved is tried again. */
  flush(): Promise<void>;
  /** Lets go of what still waits and ends what runs, so that nothing is saved after the page was sent. */
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
