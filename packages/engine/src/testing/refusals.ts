import { ENGLISH, type ErrorCode, isRefusal, sayRefusal } from '@gatehouse/domain';

/** A refusal as it is answered, in English. */
type Said = { readonly code: ErrorCode } & ReturnType<typeof sayRefusal>;

/** Returns the refusal of a call. Any other error is rethrown, and a successful call fails the test. */
export async function refusalOf(call: Promise<unknown>): Promise<Said> {
  try {
    await call;
  } catch (error) {
    if (isRefusal(error)) return { code: error.code, ...sayRefusal(error, ENGLISH) };
    throw error;
  }
  throw new Error('This was expected to be refused, and it was not.');
}

export const codeOf = async (call: Promise<unknown>): Promise<string> => (await refusalOf(call)).code;

/** Returns the database's error message. A statement that succeeds fails the test. */
export async function databaseSays(statement: PromiseLike<unknown>): Promise<string> {
  try {
    await statement;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('The database was expected to refuse this, and it did not.');
}
