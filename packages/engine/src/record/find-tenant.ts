import { Refusal } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';

/** Where a customer lives. Staff work across tenants, so for them the record names the tenant. @throws NOT_FOUND */
export async function tenantOfCustomer(deps: Deps, customerId: string): Promise<string> {
  const [row] = await deps.sql<{ tenant_id: string }[]>`select tenant_id from customer where id = ${customerId}`;
  if (!row) throw new Refusal('NOT_FOUND');
  return row.tenant_id;
}
