import { errorFacts } from '@gatehouse/engine';
import pino, { type Logger } from 'pino';

/** Logs carry ids, codes and times. Personal data has no place in them, so nobody logs a request's body or address. */
export const createLog = (level: string): Logger =>
  pino({ level, base: { app: 'web' }, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorFacts } });
