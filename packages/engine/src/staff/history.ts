import { within } from '@gatehouse/db';
import { type Actor, newId, type RealTime, type StaffEvent } from '@gatehouse/domain';
import type { ISql, JSONValue } from 'postgres';
import type { Deps } from '../deps.ts';
import type { StaffActor } from '../tenancy.ts';

/** An entry for the history of staff accounts. `about` holds ids, codes and hashes, never a name or an address. */
export type StaffEventDraft = {
  readonly staffId: string;
  readonly action: StaffEvent;
  readonly about?: Readonly<Record<string, string>>;
};

/** The actor: a member of staff, or the command line as `engine`. */
export type StaffEventActor = { readonly kind: Extract<Actor['kind'], 'staff' | 'engine'>; readonly id: string | null };

/**
 * Appends to the history of staff accounts, in the transaction of the change itself. The application's role can only
 * append.
 */
export async function recordStaffEvents(
  tx: ISql,
  by: StaffEventActor,
  notes: readonly StaffEventDraft[],
  at: RealTime,
): Promise<void> {
  for (const { staffId, action, about = {} } of notes)
    await tx`insert into staff_audit (id, staff_id, action, about, actor_kind, actor_id, created_at)
      values (${newId()}, ${staffId}, ${action}, ${JSON.stringify(about satisfies JSONValue)}::text::jsonb, ${by.kind}, ${by.id}, ${at})`;
}

/**
 * Runs an action at the desk that concerns neither a case nor an account, and records it in the history of the actor's
 * account, in one transaction. An action that did nothing is not recorded.
 */
export async function withStaffEvent<R>(
  deps: Deps,
  { staffId }: StaffActor,
  note: Omit<StaffEventDraft, 'staffId'>,
  run: (bound: Deps) => Promise<{ answer: R; done: boolean }>,
): Promise<R> {
  const changed: Parameters<Deps['announce']>[0][] = [];
  const { answer } = await deps.sql.begin(async (tx) => {
    const ran = await run({ ...deps, ...within(deps.sql, tx), announce: (change) => void changed.push(change) });
    if (ran.done) await recordStaffEvents(tx, { kind: 'staff', id: staffId }, [{ staffId, ...note }], deps.now());
    return ran;
  });
  for (const change of changed) deps.announce(change);
  return answer;
}
