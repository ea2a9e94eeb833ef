import { errorText } from '../error-text.ts';

/** Ctrl-C arrives from the terminal and again from the parent process. Signals within these milliseconds count as one. */
const SAME_KEYSTROKE = 2_000;

type Closer = { readonly close: () => Promise<void>; readonly force?: () => void };

/** Closes everything once and in reverse order: at a signal, or when the parent process is gone. */
export class Shutdown {
  readonly #requested = new AbortController();
  readonly #closers: Closer[] = [];
  #requestedAt = 0;
  #closing: Promise<void> | null = null;

  /** Aborts when a stop is requested, so that a start can be interrupted. */
  get signal(): AbortSignal {
    return this.#requested.signal;
  }

  add(close: () => Promise<void>, force?: () => void): void {
    this.#closers.push({ close, ...(force ? { force } : {}) });
  }

  /** Listens for a request to stop: calls `onRequest`, closes everything, and ends the process with 0. */
  listen(onRequest: () => void): void {
    const request = (): void => {
      if (this.#requestedAt > 0) {
        if (Date.now() - this.#requestedAt > SAME_KEYSTROKE) for (const { force } of this.#closers) force?.();
        return;
      }
      this.#requestedAt = Date.now();
      this.#requested.abort();
      onRequest();
      void this.close().then(() => {
        console.log('Stopped');
        process.exit(0);
      });
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, request);
    if (process.connected) process.on('disconnect', request);
  }

  /** Closes everything, the latest first. It prints an error and continues. */
  close(): Promise<void> {
    this.#closing ??= (async () => {
      for (const { close } of this.#closers.toReversed())
        await close().catch((error: unknown) => console.error(errorText(error)));
    })();
    return this.#closing;
  }
}
