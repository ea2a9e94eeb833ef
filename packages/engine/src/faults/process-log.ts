import { errorFacts } from './error-facts.ts';

type Line = (facts: object, message: string) => void;
/** The part of a process's log that is needed here. `err` passes through `errorFacts`. */
export type ProcessLog = Readonly<Record<'fatal' | 'error' | 'warn' | 'info' | 'debug', Line>>;

const CONSOLE = { error: 'error', warn: 'warn', log: 'info', info: 'info', debug: 'debug', trace: 'debug' } as const;
const CALLERS = 3;

/**
 * Lets everything that this process prints by other ways go through its log, so that each line is JSON and holds no more
 * than a log may know. Libraries write errors to the console with their messages and properties; of these the facts are
 * kept, and of texts where they were printed. An error that nobody caught ends the process, as it does in Node.
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
