import { errorFacts } from '@gatehouse/engine';
import { EmbeddedPostgresError } from '@gatehouse/postgres';
import { Stop } from './stop.ts';

/** How Postgres says that a table, a column, a function or a schema is not there. */
const NOT_THERE: readonly unknown[] = ['42P01', '42703', '42883', '3F000'];
const OF_ANOTHER_VERSION =
  'The database is not of this version: something that the command needs is not in it. Run `npm run gatehouse -- migrate`.';

/**
 * What the terminal shows of an error. Sentences that are meant for a person are shown as they are. Anything else is a
 * fault, whose message may quote a row or a parameter; where the terminal is collected as a log, that would stay there.
 */
export function wordsOf(error: unknown): string {
  if (isForPerson(error)) return error.message;
  if (isOfAnotherVersion(error)) return OF_ANOTHER_VERSION;
  return `Something went wrong: ${JSON.stringify(errorFacts(error))}`;
}

function isOfAnotherVersion(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && NOT_THERE.includes(error.code)) || isOfAnotherVersion(error.cause);
}

function isForPerson(error: unknown): error is Error {
  if (error instanceof Stop || error instanceof EmbeddedPostgresError) return true;
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
