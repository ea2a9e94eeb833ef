import { JOBS, type JobName, type JobPayload } from '@gatehouse/domain';
import type { Engine, Mailer, Poster } from '@gatehouse/engine';

export type Tools = {
  readonly engine: Engine;
  readonly poster: Poster;
  readonly mailer: Mailer;
  /** Wakes the relay: a place is free, and a delivery waits for it. */
  readonly lookAgain: () => void;
};
type Handlers = { readonly [Name in JobName]: (data: JobPayload<Name>, signal: AbortSignal) => Promise<void> };

/** Which engine call does which job: one line each. A job of the catalogue without a handler does not compile. */
export function tasks({ engine, poster, mailer, lookAgain }: Tools) {
  const deliver: Handlers['delivery.attempt'] = async (data, signal) => {
    if (await engine.work.deliver(poster, data, signal)) lookAgain();
  };
  return {
    'check.run': (data, signal) => engine.work.runCheck(data, signal),
    'delivery.attempt': deliver,
    'delivery.slow': deliver,
    'mail.send': (data) => engine.work.sendMail(mailer, data),
  } as const satisfies Handlers;
}

/** The handler of a job whose payload is still unread. What does not fit the catalogue is refused before anything runs. */
export function handlerOf(name: JobName, handlers: Handlers): (data: unknown, signal: AbortSignal) => Promise<void> {
  const handle = handlers[name] as (data: unknown, signal: AbortSignal) => Promise<void>;
  return async (data, signal) => handle(JOBS[name].parse(data), signal);
}

/** The ids of a payload, for a log line. There is nothing else in one. */
export function idsOf(name: JobName, data: unknown): Record<string, unknown> {
  const parsed = JOBS[name].safeParse(data);
  return parsed.success ? parsed.data : {};
}
