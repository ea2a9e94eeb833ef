import { createHash } from 'node:crypto';
import { newId } from '@gatehouse/domain';
import type { Deps } from '@gatehouse/engine';

/** How many wrong passwords an account takes, and for how long it then rests. In milliseconds. */
const MOST_WRONG = 8;
const WINDOW = 15 * 60_000;

/**
 * Slows down guessing at one account, from however many networks it comes; the library's own limit holds per network.
 * The address is kept as a hash, and an unknown one is counted like a known one, so that the answer tells nothing.
 */
export function createSignInLimit(deps: Pick<Deps, 'sql' | 'now'>) {
  const keyOf = (email: string): string =>
    `account:${createHash('sha256').update(email.trim().toLowerCase()).digest('hex')}`;
  return {
    async isResting(email: string): Promise<boolean> {
      const since = deps.now().getTime() - WINDOW;
      const [row] = await deps.sql<
        { count: number }[]
      >`select count from staff_rate_limit where key = ${keyOf(email)} and last_request > ${since}`;
      return (row?.count ?? 0) >= MOST_WRONG;
    },
    async wrong(email: string): Promise<void> {
      const now = deps.now().getTime();
      await deps.sql`insert into staff_rate_limit (id, key, count, last_request) values (${newId()}, ${keyOf(email)}, 1, ${now})
        on conflict (key) do update set last_request = excluded.last_request,
          count = case when staff_rate_limit.last_request > ${now - WINDOW} then staff_rate_limit.count + 1 else 1 end`;
    },
    async right(email: string): Promise<void> {
      await deps.sql`delete from staff_rate_limit where key = ${keyOf(email)}`;
    },
  };
}
