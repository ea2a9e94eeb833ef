import type { schema } from '@gatehouse/db';
import { type Mode, Refusal, type ReviewPolicy } from '@gatehouse/domain';
import type { Deps } from './deps.ts';
import type { DataKey } from './vault.ts';

export type CustomerRow = typeof schema.customer.$inferSelect;

/** A customer as it stood at one revision, with what decisions about it need: its tenant, its key and its clock. */
export type CustomerRecord = {
  readonly customer: CustomerRow;
  readonly mode: Mode;
  readonly reviewPolicy: ReviewPolicy;
  readonly policyVersion: number;
  readonly key: DataKey;
  /** Now, on the tenant's clock. */
  readonly now: Date;
};

/**
 * Reads a customer by one prepared statement.
 * @throws NOT_FOUND for an unknown id and for one of another tenant alike.
 */
export async function loadCustomer(deps: Deps, tenantId: string, customerId: string): Promise<CustomerRecord> {
  const [row] = await deps.sql<
    (Record<string, unknown> & {
      mode: Mode;
      clock_offset: string;
      review_policy: ReviewPolicy;
      policy_version: number;
    })[]
  >`select c.*, t.mode, t.clock_offset, p.review_policy, p.policy_version
    from customer c join tenant t on t.id = c.tenant_id join partner p on p.id = t.partner_id
    where c.tenant_id = ${tenantId} and c.id = ${customerId}`;
  if (!row) throw new Refusal('NOT_FOUND');
  const { mode, clock_offset, review_policy, policy_version, ...columns } = row;
  const customer = readCustomer(columns);
  if (!customer.dataKey || !customer.keyId) throw new Refusal('NOT_FOUND');
  return {
    customer,
    mode,
    reviewPolicy: review_policy,
    policyVersion: policy_version,
    key: deps.vault.unwrap(customer.dataKey, customer.keyId),
    now: tenantNow(deps, Number(clock_offset)),
  };
}

export const tenantNow = (deps: Pick<Deps, 'now'>, clockOffset: number): Date =>
  new Date(deps.now().getTime() + clockOffset);

/** A row as postgres.js gives it, under the names that the schema uses. */
export function readCustomer(columns: Record<string, unknown>): CustomerRow {
  const row: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(columns))
    row[name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())] = value;
  return { ...row, revision: Number(row.revision) } as CustomerRow;
}
