import { errorFacts } from '@gatehouse/engine';
import { type Logger, pino } from 'pino';

/** Logs JSON lines to standard output. It logs only ids of records, and errors through `errorFacts`. */
export const createLogger = (level: string): Logger =>
  pino({ name: 'worker', level, base: { pid: process.pid }, serializers: { err: errorFacts } });
