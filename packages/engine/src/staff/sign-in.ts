import type { Deps } from '../deps.ts';
import { type Spending, spend } from '../limits/spend.ts';
import { recordStaffEvents } from './history.ts';

/** An attempt to sign in: the account, the network, and the device if the account has signed in on it before. */
export type SignInAttempt = {
  readonly account: { readonly email: string } | { readonly staffId: string };
  readonly network: string;
  /** The account and the device from a signed cookie. */
  readonly device: { readonly staffId: string; readonly id: string } | null;
};

const networkHash = (deps: Pick<Deps, 'vault'>, network: string): string =>
  deps.vault.own().hash(`staff-network ${network}`).toString('base64url');

/**
 * Counts an attempt before its password or code is checked. On a known device only that device's attempts count.
 * Elsewhere the account's attempts from this network and all attempts from this network count, and on a network where
 * the account has never signed in also its attempts from all such networks together. Unknown addresses are counted the
 * same way.
 *
 * @returns what was spent, to be refunded when the attempt succeeds.
 * @throws TOO_MANY_REQUESTS
 */
export async function countAttempt(deps: Deps, kind: 'password' | 'code', each: SignInAttempt): Promise<Spending[]> {
  const { account, network, device } = each;
  const [known] = await deps.sql<{ id: string; is_known: boolean }[]>`
    select s.id, exists (select from staff_network n where n.staff_id = s.id and n.network = ${networkHash(deps, network)}) as is_known
    from staff s where ${'email' in account ? deps.sql`s.email = ${account.email}` : deps.sql`s.id = ${account.staffId}`}`;
  const of = known?.id ?? ('email' in account ? account.email : account.staffId);
  const isOwnDevice = device !== null && device.staffId === known?.id;
  const here: Spending = { limit: `${kind}.here`, of: `${of} ${isOwnDevice ? device.id : network}` };
  const near: Spending[] = isOwnDevice ? [here] : [here, { limit: `${kind}.network`, of: network }];
  await spend(deps, ...near);
  if (isOwnDevice || known?.is_known) return near;
  // Only attempts that pass the limits above count here, so that one network cannot use up this limit alone.
  const elsewhere: Spending = { limit: `${kind}.elsewhere`, of };
  await spend(deps, elsewhere);
  return [...near, elsewhere];
}

/**
 * Uses up a code's time step, unless this or a later one was used: of two simultaneous uses of a code one passes. The
 * first code of a new second factor also ends all sessions opened without it.
 */
export async function takeCode(deps: Deps, staffId: string, step: number): Promise<boolean> {
  return deps.sql.begin(async (tx) => {
    const [taken] = await tx<{ verified: boolean }[]>`
      update staff_two_factor set last_step = ${step} where staff_id = ${staffId} and last_step < ${step} returning verified`;
    if (taken && !taken.verified) {
      await tx`delete from staff_session where staff_id = ${staffId}`;
      await recordStaffEvents(tx, { kind: 'staff', id: staffId }, [{ staffId, action: 'factorEnrolled' }], deps.now());
    }
    return taken !== undefined;
  });
}

/** Records the network of a sign-in. A network that is new to the account is added to its history. */
export async function signedIn(deps: Deps, staffId: string, from: string): Promise<void> {
  const network = networkHash(deps, from);
  const now = deps.now();
  await deps.sql.begin(async (tx) => {
    const [seen] = await tx<{ is_new: boolean }[]>`
      insert into staff_network (staff_id, network, first_seen_at, last_seen_at) values (${staffId}, ${network}, ${now}, ${now})
      on conflict (staff_id, network) do update set last_seen_at = excluded.last_seen_at returning (xmax = 0) as is_new`;
    if (seen?.is_new)
      await recordStaffEvents(
        tx,
        { kind: 'staff', id: staffId },
        [{ staffId, action: 'signedInElsewhere', about: { network } }],
        now,
      );
  });
}
