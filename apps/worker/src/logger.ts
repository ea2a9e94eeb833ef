import { errorFacts } from '@gatehouse/engine';
import { type Logger, pino } from 'pino';

/** JSON lines on standard output. Ids only: errors pass through `errorFacts`, and nothing else is logged of a record. */
export const createLogger = (level: string): Logger =>
  pino({ name: 'worker', level, base: { pid: process.pid }, serializers: { err: errorFacts } });
