import { wordsOf } from '../words-of.ts';

/** Ctrl-C arrives from the terminal and once more from whoever started us; both mean one wish. In milliseconds. */
const SAME_KEYSTROKE = 2_000;

type Closer = { readonly close: () => Promise<void>; readonly hurry?: () => void };

/** Takes down what was put up, in the opposite order and once: at a signal, or when whoever started us is gone. */
export class Shutdown {
  readonly #asked = new AbortController();
  readonly #closers: Closer[] = [];
  #askedAt = 0;
  #closing: Promise<void> | null = null;

  /** Aborts when the end is wished, so that a start can break off. */
  get signal(): AbortSignal {
    return this.#asked.signal;
  }

  add(close: () => Promise<void>, hurry?: () => void): void {
    this.#closers.push({ close, ...(hurry ? { hurry } : {}) });
  }

  /** Listens for the wish to end. `onWish` says so; everything is then closed, and the process ends with 0. */
  listen(onWish: () => void): void {
    const wish = (): void => {
      if (this.#askedAt > 0) {
        if (Date.now() - this.#askedAt > SAME_KEYSTROKE) for (const { hurry } of this.#closers) hurry?.();
        return;
      }
      this.#askedAt = Date.now();
      this.#asked.abort();
      onWish();
      void this.close().then(() => {
        console.log('Stopped');
        process.exit(0);
      });
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, wish);
    if (process.connected) process.on('disconnect', wish);
  }

  /** Closes everything, the latest first. One that fails is told, and does not keep the others. */
  close(): Promise<void> {
    this.#closing ??= (async () => {
      for (const { close } of this.#closers.toReversed())
        await close().catch((error: unknown) => console.error(wordsOf(error)));
    })();
    return this.#closing;
  }
}
