import { message, newId, type PortalInputs, Refusal } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { changeData } from '../intake/change-data.ts';
import { loadCustomer } from '../record/load.ts';
import { refuseWhenLocked } from '../record/locked.ts';
import { mutate } from '../record/mutate.ts';
import type { CustomerActor } from '../tenancy.ts';

/** The most drafts of a customer, more than there are pages. All are read and returned together. */
const MOST_DRAFTS = 50;

/**
 * Saves a page's input as typed, without validation and without an event. Another device continues from it.
 *
 * @throws INVALID_INPUT when there are too many drafts.
 */
export async function save(
  deps: Deps,
  actor: CustomerActor,
  { subject, values }: PortalInputs['save'],
): Promise<{ savedAt: string }> {
  const record = await loadCustomer(deps, actor.tenantId, actor.customerId);
  refuseWhenLocked(record.customer);
  const { now } = record;
  const mine = deps.sql`draft where tenant_id = ${actor.tenantId} and customer_id = ${actor.customerId}`;
  const saved =
    await deps.sql`insert into draft (tenant_id, id, customer_id, subject, sealed, based_on_version, updated_at)
    select ${actor.tenantId}::uuid, ${newId()}::uuid, ${actor.customerId}::uuid, ${subject}, ${record.key.seal('draft', values)}, ${record.customer.profileVersion}::int, ${now}::timestamptz
    where (select count(*) from ${mine}) < ${MOST_DRAFTS} or exists (select from ${mine} and subject = ${subject})
    on conflict (tenant_id, customer_id, subject) do update
      set sealed = excluded.sealed, updated_at = excluded.updated_at, based_on_version = least(draft.based_on_version, excluded.based_on_version)`;
  if (saved.count === 0)
    throw new Refusal('INVALID_INPUT', { says: message('refusals.customers.tooManyDrafts', { pages: MOST_DRAFTS }) });
  return { savedAt: now.toISOString() };
}

/** Continues a page: its validated input becomes the next profile version, and its draft is deleted. */
export async function continueStep(
  deps: Deps,
  actor: CustomerActor,
  input: PortalInputs['continue'],
): Promise<{ version: number }> {
  const { subject, profile, expectedVersion } = input;
  const version = await mutate(deps, actor, actor.tenantId, actor.customerId, async (record) => {
    const decision = await changeData(deps, record, actor, {
      profile,
      ...(expectedVersion === undefined ? {} : { expectedVersion }),
    });
    return { ...decision, answer: (after) => after.version };
  });
  await deps.sql`delete from draft where tenant_id = ${actor.tenantId} and customer_id = ${actor.customerId} and subject = ${subject}`;
  return { version };
}
