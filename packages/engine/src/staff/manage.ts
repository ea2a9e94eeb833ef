import {
  holds,
  message,
  type RealTime,
  Refusal,
  type StaffChanged,
  type StaffInputs,
  type StaffRole,
} from '@gatehouse/domain';
import type { TransactionSql } from 'postgres';
import type { Deps } from '../deps.ts';
import { requireStaff, type StaffActor } from '../tenancy.ts';
import { recordStaffEvents, type StaffEventDraft } from './history.ts';

type Target = { id: string; name: string; role: StaffRole; disabled_at: RealTime | null };
type Account = {
  readonly tx: TransactionSql;
  readonly target: Target;
  readonly admins: number;
  readonly now: RealTime;
};
type Notes = readonly Omit<StaffEventDraft, 'staffId'>[];

/**
 * Changes an account together with its history. It locks all admin rows first, so that changes are serialized: of two
 * admins who demote each other at once, the second is refused.
 *
 * @throws NOT_PERMITTED unless the actor is still an admin, NOT_FOUND for an unknown account.
 */
async function changeAccount(
  deps: Deps,
  actor: StaffActor,
  staffId: string,
  run: (account: Account) => Promise<Notes>,
): Promise<StaffChanged> {
  requireStaff(actor, 'admin');
  const now = deps.now();
  return deps.sql.begin(async (tx) => {
    const admins = await tx<{ id: string }[]>`
      select id from staff where role = 'admin' and disabled_at is null order by id for update`;
    if (!admins.some(({ id }) => id === actor.staffId))
      throw new Refusal('NOT_PERMITTED', { says: message('refusals.access.needsRole', { role: 'admin' }) });
    const [target] = await tx<Target[]>`select id, name, role, disabled_at from staff where id = ${staffId} for update`;
    if (!target)
      throw new Refusal('NOT_FOUND', {
        says: message('refusals.staff.unknown'),
        hint: message('refusals.staff.readListAgain'),
      });
    const notes = await run({ tx, target, admins: admins.length, now });
    await recordStaffEvents(
      tx,
      { kind: 'staff', id: actor.staffId },
      notes.map((note) => ({ staffId, ...note })),
      now,
    );
    return { changed: notes.length > 0 };
  });
}

/** Renames an account. The history stores ids, so it shows the new name everywhere. */
export const rename = (deps: Deps, actor: StaffActor, input: StaffInputs['rename']) =>
  changeAccount(deps, actor, input.staffId, async ({ tx, target, now }) => {
    if (target.name === input.name) return [];
    await tx`update staff set name = ${input.name}, updated_at = ${now} where id = ${target.id}`;
    return [{ action: 'renamed' }];
  });

/** Changes an account's role, effective from its next request. */
export const setRole = (deps: Deps, actor: StaffActor, input: StaffInputs['setRole']) =>
  changeAccount(deps, actor, input.staffId, async ({ tx, target, admins, now }) => {
    refuseOneself(actor, target, 'ownRole');
    if (target.role === input.role) return [];
    refuseLastAdmin(target, admins);
    await tx`update staff set role = ${input.role}, updated_at = ${now} where id = ${target.id}`;
    return [{ action: 'roleChanged', about: { from: target.role, to: input.role } }];
  });

/** Disables an account and ends all its sessions. Its history stays. */
export const disable = (deps: Deps, actor: StaffActor, input: { staffId: string }) =>
  changeAccount(deps, actor, input.staffId, async ({ tx, target, admins, now }) => {
    refuseOneself(actor, target, 'disableOneself');
    if (target.disabled_at) return [];
    refuseLastAdmin(target, admins);
    await tx`update staff set disabled_at = ${now}, updated_at = ${now} where id = ${target.id}`;
    await signOut(tx, target.id);
    return [{ action: 'disabled' }];
  });

/** Enables a disabled account. Its owner has to sign in again. */
export const enable = (deps: Deps, actor: StaffActor, input: { staffId: string }) =>
  changeAccount(deps, actor, input.staffId, async ({ tx, target, now }) => {
    if (!target.disabled_at) return [];
    await tx`update staff set disabled_at = null, updated_at = ${now} where id = ${target.id}`;
    return [{ action: 'enabled' }];
  });

/** Removes an account's second factor, for example after a lost phone. The next sign-in sets up another. */
export const resetFactor = (deps: Deps, actor: StaffActor, input: { staffId: string }) =>
  changeAccount(deps, actor, input.staffId, async ({ tx, target, now }) => {
    refuseOneself(actor, target, 'ownFactor');
    const [had] = await tx`delete from staff_two_factor where staff_id = ${target.id} returning id`;
    if (!had) return [];
    await tx`update staff set two_factor_enabled = false, updated_at = ${now} where id = ${target.id}`;
    await signOut(tx, target.id);
    return [{ action: 'factorReset' }];
  });

/** Ends all sessions of an account, also the actor's own. */
export const endSessions = (deps: Deps, actor: StaffActor, input: { staffId: string }) =>
  changeAccount(deps, actor, input.staffId, async ({ tx, target }) => {
    const ended = await signOut(tx, target.id);
    return ended > 0 ? [{ action: 'sessionsEnded' }] : [];
  });

/** Ends sessions and sign-ins that wait for their code. @returns the number of sessions. */
async function signOut(tx: TransactionSql, staffId: string): Promise<number> {
  await tx`delete from staff_verification where value = ${staffId}`;
  return (await tx`delete from staff_session where staff_id = ${staffId}`).count;
}

function refuseOneself(actor: StaffActor, target: Target, what: 'ownRole' | 'disableOneself' | 'ownFactor'): void {
  if (actor.staffId === target.id)
    throw new Refusal('NOT_PERMITTED', {
      says: message(`refusals.staff.${what}`),
      hint: message('refusals.staff.askOtherAdmin'),
    });
}

function refuseLastAdmin(target: Target, admins: number): void {
  if (admins > 1 || target.disabled_at || !holds(target.role, 'admin')) return;
  throw new Refusal('NOT_PERMITTED', {
    says: message('refusals.staff.lastAdmin'),
    hint: message('refusals.staff.makeAdmin'),
  });
}
