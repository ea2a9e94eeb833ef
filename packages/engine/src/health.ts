import type { Deps } from './deps.ts';

export type Health = { readonly database: boolean; readonly queue: boolean; readonly files: boolean };

/** Can the database be reached, is the queue there, and is there room for files? No answer waits longer than two seconds. */
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
