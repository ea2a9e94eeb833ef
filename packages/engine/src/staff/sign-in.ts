import type { Deps } from '../deps.ts';
import { type Spending, spend } from '../limits/spend.ts';
import { recordStaffEvents } from './history.ts';

/** One try to sign in: at which account, from which network, and on which device if it has signed in to it before. */
export type SignInAttempt = {
  readonly account: { readonly email: string } | { readonly staffId: string };
  readonly network: string;
  /** The member of staff and the device that a signed cookie names. */
  readonly device: { readonly staffId: string; readonly id: string } | null;
};

const networkHash = (deps: Pick<Deps, 'vault'>, network: string): string =>
  deps.vault.own().hash(`staff-network ${network}`).toString('base64url');

/**
 * Counts a try before it is judged. On a device of the account's own only that device's tries count; elsewhere those of
 * the account on this network, and those of the network; and where the account was never signed in to, those of all such
 * places together. An address that nobody has is counted like any other.
 *
 * @returns what was spent, to be given back when the try was right.
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
  // Only what is let through here counts for all places together, so that one network cannot use that up alone.
  const elsewhere: Spending = { limit: `${kind}.elsewhere`, of };
  await spend(deps, elsewhere);
  return [...near, elsewhere];
}

/**
 * Takes a code's time step for an account, if none at or after it was taken: of two uses of one code at once, one passes.
 * The first code of a new second factor also ends every session that was opened without it.
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

/** Remembers from which network somebody signed in. A network that is new to the account stands in its history. */
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
