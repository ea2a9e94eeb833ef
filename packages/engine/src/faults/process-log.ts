import { errorFacts } from './error-facts.ts';

type Line = (facts: object, message: string) => void;
/** The methods of a process's log that are needed here. `err` passes through `errorFacts`. */
export type ProcessLog = Readonly<Record<'fatal' | 'error' | 'warn' | 'info' | 'debug', Line>>;

const CONSOLE = { error: 'error', warn: 'warn', log: 'info', info: 'info', debug: 'debug', trace: 'debug' } as const;
const CALLERS = 3;

/**
 * Redirects everything else that this process prints to its log, so that each line is JSON without personal data.
 * Libraries print errors with messages and properties to the console: the log gets the error's facts, and for other
 * text the place where it was printed. An uncaught error ends the process, as Node does.
 */
export function keepLogClean(log: ProcessLog): void {
  for (const [method, level] of Object.entries(CONSOLE) as [keyof typeof CONSOLE, keyof ProcessLog][])
    console[method] = (...printed: unknown[]): void => {
      const error = printed.find((each) => each instanceof Error);
      if (error) log[level]({ err: error }, 'printed by a library');
      else log[level]({ at: errorFacts(new Error()).at.slice(1, 1 + CALLERS) }, 'printed by a library');
    };
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.warn({ err: warning }, 'a warning of Node'));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an error that nobody caught');
    process.exit(1);
  });
}
