import { AsyncLocalStorage } from 'node:async_hooks';
import type { drizzleAdapter } from 'better-auth/adapters/drizzle';

type MakeAdapter = ReturnType<typeof drizzleAdapter>;

/** The database faults during one request. */
const recorded = new AsyncLocalStorage<unknown[]>();

/**
 * Records database faults, because the sign-in library answers some of them as if the operation had succeeded or nobody
 * were signed in.
 */
export function withRecordedFaults(make: MakeAdapter): MakeAdapter {
  return (options) => {
    const inner = make(options);
    const recording = OPERATIONS.map((name) => [name, recordFaults(inner[name] as Operation)]);
    return { ...inner, ...Object.fromEntries(recording) };
  };
}

/** The operations that read and write. `transaction` is not included, because it also fails when its work refuses. */
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

const recordFaults =
  (operation: Operation): Operation =>
  async (...query: unknown[]): Promise<unknown> => {
    try {
      return await operation(...query);
    } catch (error) {
      recorded.getStore()?.push(error);
      throw error;
    }
  };

/** Does the work, and throws the first database fault that occurred, whatever the work made of it. */
export async function failingWithDatabase<T>(work: () => Promise<T>): Promise<T> {
  const faults: unknown[] = [];
  const [done] = await Promise.allSettled([recorded.run(faults, work)]);
  if (faults.length > 0) throw faults[0];
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}
