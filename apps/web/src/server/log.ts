import { errorFacts } from '@gatehouse/engine';
import pino, { type Logger } from 'pino';

/**
 * Creates the log. It takes ids, codes and times. Bodies and URLs of requests are never logged, because they may
 * contain personal data.
 */
export const createLog = (level: string): Logger =>
  pino({ level, base: { app: 'web' }, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorFacts } });
