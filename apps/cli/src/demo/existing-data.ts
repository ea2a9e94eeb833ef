import { MODES, type Mode } from '@gatehouse/domain';
import postgres, { type Sql } from 'postgres';
import { RECEIVER } from './endpoints.ts';
import { DEMO_PARTNER } from './people.ts';

type DemoTenants = Readonly<Record<Mode, string>>;

/**
 * What a database holds: nothing, the demo data, or other data. `broken` is demo data whose seeding was interrupted, so
 * that its endpoints, which are created last, are missing.
 */
export type ExistingData =
  | { readonly kind: 'empty' | 'others' | 'broken' }
  | { readonly kind: 'demo'; readonly tenants: DemoTenants };

export async function findDemo(sql: Sql): Promise<ExistingData> {
  const partners = await sql<{ id: string; name: string }[]>`select id, name from partner`;
  if (partners.length === 0) return { kind: 'empty' };
  const demo = partners.find((partner) => partner.name === DEMO_PARTNER.name);
  if (!demo) return { kind: 'others' };
  const tenants = await sql<{ id: string; mode: Mode; complete: boolean }[]>`
    select t.id, t.mode, exists (select from webhook_endpoint w where w.tenant_id = t.id and w.description = ${RECEIVER}) as complete
    from tenant t where t.partner_id = ${demo.id}`;
  const [test, live] = MODES.map((mode) => tenants.find((tenant) => tenant.mode === mode));
  if (test?.complete && live) return { kind: 'demo', tenants: { TEST: test.id, LIVE: live.id } };
  return { kind: partners.length === 1 ? 'broken' : 'others' };
}

/**
 * Deletes what an interrupted seeding left. Only the owner may do this, and only while the demo partner is the only
 * partner.
 */
export async function clearBroken(adminUrl: string): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const found = await findDemo(admin);
    if (found.kind === 'broken') await admin`truncate partner cascade`;
  } finally {
    await admin.end({ timeout: 5 });
  }
}
