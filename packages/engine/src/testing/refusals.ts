import { isRefusal, type Refusal } from '@gatehouse/domain';

/** What a call refuses with. Anything else that it throws is a fault, and a call that succeeds is a failed test. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  try {
    await call;
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
  throw new Error('This was expected to be refused, and it was not.');
}

export const codeOf = async (call: Promise<unknown>): Promise<string> => (await refusalOf(call)).code;

/** What the database says when it refuses. A statement that it lets through is a failed test. */
export async function databaseSays(statement: PromiseLike<unknown>): Promise<string> {
  try {
    await statement;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('The database was expected to refuse this, and it did not.');
}
