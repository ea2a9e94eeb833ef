import { newId } from '@gatehouse/domain';
import type { Sql } from 'postgres';
import { link } from '../record/audit-chain.ts';
import { rowOf } from './customers.ts';
import type { World } from './world.ts';

/**
 * Changes a customer by raw SQL, as convincingly as the application's role can: in one statement, from the current
 * revision, and with an audit entry that continues the chain. `set` and `also` are SQL.
 */
export async function forge(
  world: World,
  sql: Sql,
  customerId: string,
  { set = [], also = [] }: { set?: readonly string[]; also?: readonly string[] },
): Promise<void> {
  const { tenantId, auditHead, auditPosition } = await rowOf(world, customerId);
  const body = '{"forged":true}';
  const hash = bytes(link(auditHead, body));
  const position = auditPosition + 1;
  const parts = [
    `head as (update public.customer
      set ${['revision = revision + 1', `audit_position = ${position}`, `audit_head = ${hash}`, ...set].join(', ')}
      where tenant_id = '${tenantId}' and id = '${customerId}' returning tenant_id)`,
    `audit as (insert into public.audit_entry (tenant_id, id, customer_id, position, action, actor_kind, body, previous, hash, at)
      select tenant_id, '${newId()}', '${customerId}', ${position}, 'forged', 'engine', '${body}', ${bytes(auditHead)}, ${hash}, now() from head)`,
    ...also.map((text, index) => `also${index} as (${text})`),
  ];
  await sql.unsafe(`with ${parts.join(', ')} select from head`);
}

/** Ends the open run, if there is one, because no status changes while a run is open. */
export function endingRun({ openRunId }: { openRunId: string | null }): { set: string[]; also: string[] } {
  if (!openRunId) return { set: [], also: [] };
  return {
    set: ['open_run_id = null'],
    also: [`update public.run set outcome = 'forged', ended_at = now() where id = '${openRunId}'`],
  };
}

export const bytes = (value: Uint8Array | null): string =>
  value ? `'\\x${Buffer.from(value).toString('hex')}'::bytea` : 'null::bytea';

export type Forged = { customerId: string; decision: string; proposedBy?: string | null; decidedBy?: string };

/** Forges a proposal as the desk would make it. */
export async function forgeProposal(
  world: World,
  sql: Sql,
  { customerId, decision, proposedBy }: Forged,
): Promise<string> {
  const id = newId();
  const proposer = proposedBy === undefined ? world.staff.approver.staffId : proposedBy;
  await forge(world, sql, customerId, {
    set: [`open_proposal_id = '${id}'`],
    also: [
      `insert into public.proposal (tenant_id, id, customer_id, decision, status, proposed_by, proposed_by_kind, based_on_version, based_on_revision, created_at)
       select tenant_id, '${id}', '${customerId}', '${decision}', 'OPEN', ${proposer ? `'${proposer}'` : 'null'}, 'staff', 0, 0, now() from head`,
    ],
  });
  return id;
}

/** Forges the decision about a proposal. */
export const forgeDecision = (
  world: World,
  sql: Sql,
  { customerId, id, status, by }: { customerId: string; id: string; status: string; by: string | null },
): Promise<void> =>
  forge(world, sql, customerId, {
    set: ['open_proposal_id = null'],
    also: [
      `update public.proposal set status = '${status}', decided_by = ${by ? `'${by}'` : 'null'}, decided_at = now() where id = '${id}'`,
    ],
  });
