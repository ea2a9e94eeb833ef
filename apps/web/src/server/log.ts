import pino, { type Logger } from 'pino';

/** Logs carry ids, codes and times. Personal data has no place in them, so nobody logs a request's body or address. */
export const createLog = (level: string): Logger =>
  pino({ level, base: { app: 'web' }, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorFacts } });

/**
 * What a log may know of an error. A database error also carries the values of the row that it is about; those stay out,
 * and of its message only the kind is kept.
 */
function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint_name: constraint, routine } = error as Error & Record<string, unknown>;
  const fromDatabase = error.name === 'PostgresError';
  return {
    type: error.name,
    code,
    constraint,
    routine,
    ...(fromDatabase ? {} : { message: error.message }),
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.trim().startsWith('at '))
      .slice(0, 12),
  };
}
