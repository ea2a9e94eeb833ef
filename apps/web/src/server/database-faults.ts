import { AsyncLocalStorage } from 'node:async_hooks';
import type { drizzleAdapter } from 'better-auth/adapters/drizzle';

type MakeAdapter = ReturnType<typeof drizzleAdapter>;

/** What the database could not do while one request was answered. */
const noted = new AsyncLocalStorage<unknown[]>();

/**
 * Remembers what the database could not do: the sign-in library answers some of it as if it had been done, or as if
 * nobody were signed in.
 */
export function withNotedFaults(make: MakeAdapter): MakeAdapter {
  return (options) => {
    const inner = make(options);
    const recording = OPERATIONS.map((name) => [name, note(inner[name] as Operation)]);
    return { ...inner, ...Object.fromEntries(recording) };
  };
}

/** What reads and writes. A transaction is not among them: it fails with whatever its work refuses. */
const OPERATIONS = [
  'create',
  'findOne',
  'findMany',
  'count',
  'update',
  'updateMany',
  'delete',
  'deleteMany',
  'consumeOne',
  'incrementOne',
] as const satisfies (keyof ReturnType<MakeAdapter>)[];

type Operation = (...query: unknown[]) => Promise<unknown>;

const note =
  (operation: Operation): Operation =>
  async (...query: unknown[]): Promise<unknown> => {
    try {
      return await operation(...query);
    } catch (error) {
      noted.getStore()?.push(error);
      throw error;
    }
  };

/** Does the work, and fails with the database's own fault where one was met, whatever the work made of it. */
export async function failingWithDatabase<T>(work: () => Promise<T>): Promise<T> {
  const faults: unknown[] = [];
  const [done] = await Promise.allSettled([noted.run(faults, work)]);
  if (faults.length > 0) throw faults[0];
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}
