import { between, LIMITS, type LimitName, later, limitReached, type RealTime } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';

/** An amount that counts towards the limit of an owner. Default amount: 1. */
export type Spending = { readonly limit: LimitName; readonly of: string; readonly amount?: number };

type Counted = { name: LimitName; spent: number; resets_at: RealTime };
type LimitDeps = Pick<Deps, 'sql' | 'now' | 'vault'>;

/** The stored key of a count. The owner may be an address, so only its keyed hash is stored. */
const keyOf = (deps: LimitDeps, limit: LimitName, of: string): string =>
  deps.vault.own().hash(`${limit} ${of}`).toString('base64url');

/**
 * Counts and compares in one statement, so that exactly as many simultaneous tries pass as the limit allows. Refused
 * tries count too, and a window always ends at the time set when it began.
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
  // A fixed order, so that two statements over the same rows wait for each other and do not deadlock.
  rows.sort((a, b) => (a.name < b.name ? -1 : 1));
  const counted = await deps.sql<(Omit<Counted, 'spent'> & { spent: string })[]>`
    insert into rate_limit ${deps.sql(rows)} on conflict (name, key) do update set
      spent = case when rate_limit.resets_at > ${now} then rate_limit.spent + excluded.spent else excluded.spent end,
      resets_at = case when rate_limit.resets_at > ${now} then rate_limit.resets_at else excluded.resets_at end
    returning name, spent, resets_at`;
  return counted.map((row) => ({ ...row, spent: Number(row.spent) }));
}

/** Refunds spendings of a try that the limit is not meant for, such as a correct password. */
export async function refund(deps: LimitDeps, ...spendings: Spending[]): Promise<void> {
  for (const { limit, of, amount = 1 } of spendings)
    await deps.sql`update rate_limit set spent = greatest(spent - ${amount}, 0)
      where name = ${limit} and key = ${keyOf(deps, limit, of)} and resets_at > ${deps.now()}`;
}

/** Something that counts while it is held. The holder renews it and releases it at the end. */
export type Hold = { renew(): Promise<void>; release(): Promise<void> };

/**
 * Takes one place of a limit on how many may exist at once. A killed process never releases its places; they become
 * free when no holder of the same key has renewed for the limit's window.
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

/** Deletes the counts whose window has ended. The worker's schedule calls it. */
export async function pruneLimits(deps: LimitDeps): Promise<number> {
  return (await deps.sql`delete from rate_limit where resets_at <= ${deps.now()}`).count;
}
