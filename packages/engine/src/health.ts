import type { Deps } from './deps.ts';

export type Health = { readonly database: boolean; readonly queue: boolean; readonly files: boolean };

/**
 * Checks whether the database is reachable, the queue exists, and files can be written. It takes at most two seconds.
 */
export async function health(deps: Deps): Promise<Health> {
  const within = async (query: PromiseLike<unknown>): Promise<boolean> => {
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref());
    return Promise.race([
      Promise.resolve(query).then(
        (answer) => answer !== false,
        () => false,
      ),
      late,
    ]);
  };
  const [database, queue, files] = await Promise.all([
    within(deps.sql`select 1`),
    within(deps.sql`select 1 from pgboss.queue limit 1`),
    within(deps.files.ready()),
  ]);
  return { database, queue, files };
}
