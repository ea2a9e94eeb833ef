import { errorFacts } from '@gatehouse/engine';
import { EmbeddedPostgresError } from '@gatehouse/postgres';
import { Stop } from './stop.ts';

/** The SQLSTATEs of a missing table, column, function or schema. */
const MISSING: readonly unknown[] = ['42P01', '42703', '42883', '3F000'];
const OF_ANOTHER_VERSION =
  'The database is not of this version: something that the command needs is not in it. Run `npm run gatehouse -- migrate`.';

/**
 * The text that the terminal shows for an error. Sentences for a person are shown as they are. The message of any other
 * error may quote a row or a parameter and is not shown, because the output may be collected as a log.
 */
export function errorText(error: unknown): string {
  if (isForPerson(error)) return error.message;
  if (isOfAnotherVersion(error)) return OF_ANOTHER_VERSION;
  return `Something went wrong: ${JSON.stringify(errorFacts(error))}`;
}

function isOfAnotherVersion(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && MISSING.includes(error.code)) || isOfAnotherVersion(error.cause);
}

function isForPerson(error: unknown): error is Error {
  if (error instanceof Stop || error instanceof EmbeddedPostgresError) return true;
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
