import { between, LIMITS, type LimitName, later, limitReached, type RealTime } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';

/** Something that counts towards a limit: whose it is, and how much. Default 1. */
export type Spending = { readonly limit: LimitName; readonly of: string; readonly amount?: number };

type Counted = { name: LimitName; spent: number; resets_at: RealTime };
type LimitDeps = Pick<Deps, 'sql' | 'now' | 'vault'>;

/** Who a count belongs to, told from others and from no one: it holds an address, so only its keyed hash is kept. */
const keyOf = (deps: LimitDeps, limit: LimitName, of: string): string =>
  deps.vault.own().hash(`${limit} ${of}`).toString('base64url');

/**
 * Counts and judges in one statement, so that of many at once exactly as many pass as the limit allows. What is refused
 * counts as well, and a window always ends at the time that was set when it began.
 *
 * @throws TOO_MANY_REQUESTS with the longest wait among the limits that are reached.
 */
export async function spend(deps: LimitDeps, ...spendings: Spending[]): Promise<void> {
  const now = deps.now();
  const over = (await count(deps, spendings)).filter(({ name, spent }) => spent > LIMITS[name].max);
  const longest = over.sort((a, b) => b.resets_at.getTime() - a.resets_at.getTime())[0];
  if (longest) throw limitReached(longest.name, between(now, longest.resets_at));
}

async function count(deps: LimitDeps, spendings: readonly Spending[]): Promise<Counted[]> {
  const now = deps.now();
  const rows = spendings.map(({ limit, of, amount = 1 }) => ({
    name: limit,
    key: keyOf(deps, limit, of),
    spent: amount,
    resets_at: later(now, LIMITS[limit].window),
  }));
  // Always in the same order, so that two statements over the same rows wait for each other and do not deadlock.
  rows.sort((a, b) => (a.name < b.name ? -1 : 1));
  const counted = await deps.sql<(Omit<Counted, 'spent'> & { spent: string })[]>`
    insert into rate_limit ${deps.sql(rows)} on conflict (name, key) do update set
      spent = case when rate_limit.resets_at > ${now} then rate_limit.spent + excluded.spent else excluded.spent end,
      resets_at = case when rate_limit.resets_at > ${now} then rate_limit.resets_at else excluded.resets_at end
    returning name, spent, resets_at`;
  return counted.map((row) => ({ ...row, spent: Number(row.spent) }));
}

/** Gives back what was spent, because it came to something that the limit does not mean, such as a right password. */
export async function refund(deps: LimitDeps, ...spendings: Spending[]): Promise<void> {
  for (const { limit, of, amount = 1 } of spendings)
    await deps.sql`update rate_limit set spent = greatest(spent - ${amount}, 0)
      where name = ${limit} and key = ${keyOf(deps, limit, of)} and resets_at > ${deps.now()}`;
}

/** Something that is held open and counts for as long: it is renewed by signs of life, and let go at its end. */
export type Hold = { renew(): Promise<void>; release(): Promise<void> };

/**
 * Takes one place of a limit on how many there are at one time. A process that is killed never lets go; its places are
 * free again when nothing under the same key has given a sign of life for the limit's window.
 *
 * @throws TOO_MANY_REQUESTS
 */
export async function hold(deps: LimitDeps, limit: LimitName, of: string): Promise<Hold> {
  const release = () => refund(deps, { limit, of });
  await spend(deps, { limit, of }).catch(async (error: unknown) => {
    await release();
    throw error;
  });
  const renew = async (): Promise<void> => {
    const until = later(deps.now(), LIMITS[limit].window);
    await deps.sql`update rate_limit set resets_at = ${until} where name = ${limit} and key = ${keyOf(deps, limit, of)}`;
  };
  await renew();
  return { renew, release };
}

/** Removes the counts whose window is over. The worker's schedule calls it. */
export async function pruneLimits(deps: LimitDeps): Promise<number> {
  return (await deps.sql`delete from rate_limit where resets_at <= ${deps.now()}`).count;
}
