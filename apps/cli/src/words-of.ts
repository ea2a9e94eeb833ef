import { EmbeddedPostgresError } from '@gatehouse/db/embedded';
import { errorFacts } from '@gatehouse/engine';
import { Stop } from './stop.ts';

/**
 * What the terminal shows of an error. Sentences that are meant for a person are shown as they are. Anything else is a
 * fault, whose message may quote a row or a parameter; where the terminal is collected as a log, that would stay there.
 */
export const wordsOf = (error: unknown): string =>
  isForPerson(error) ? error.message : `Something went wrong: ${JSON.stringify(errorFacts(error))}`;

function isForPerson(error: unknown): error is Error {
  if (error instanceof Stop || error instanceof EmbeddedPostgresError) return true;
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
