import { schema } from '@gatehouse/db';
import {
  CheckProviders,
  type Mode,
  onTenantClock,
  type Program,
  programOf,
  type RealTime,
  Refusal,
  type ReviewPolicy,
  type TenantTime,
} from '@gatehouse/domain';
import { getTableColumns } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { DataKey } from '../vault.ts';

export type CustomerRow = typeof schema.customer.$inferSelect;

/** A customer at one revision, with what decisions about it need: its tenant, its key and its clock. */
export type CustomerRecord = {
  readonly customer: CustomerRow;
  readonly program: Program;
  readonly mode: Mode;
  readonly reviewPolicy: ReviewPolicy;
  readonly checkProviders: CheckProviders;
  readonly policyVersion: number;
  readonly key: DataKey;
  /** Now, on the tenant's clock. */
  readonly now: TenantTime;
  /** How far the tenant's clock is ahead of real time, in milliseconds. */
  readonly clockOffset: number;
  /**
   * The sender of emails, the address of their links, and the real time; null where the partner sends its own emails.
   */
  readonly sender: { readonly partnerName: string; readonly publicUrl: string; readonly now: RealTime } | null;
};

/** The columns from other tables. */
type Beside = {
  mode: Mode;
  clockOffset: string;
  reviewPolicy: ReviewPolicy;
  /** As JSON; null where nothing is configured. */
  checkProviders: string | null;
  policyVersion: number;
  partnerName: string;
  sendsEmails: boolean;
};

/** Selects every column under its name in the schema, so that a row needs no mapping. */
const SELECT = `select ${Object.entries(getTableColumns(schema.customer))
  .map(([key, column]) => `c."${column.name}"${column.getSQLType() === 'bigint' ? '::float8' : ''} as "${key}"`)
  .join(', ')}, t.mode, t.clock_offset as "clockOffset", p.review_policy as "reviewPolicy",
  (p.check_providers -> t.mode)::text as "checkProviders", p.policy_version as "policyVersion",
  p.name as "partnerName", p.writes_letters as "sendsEmails"
  from customer c join tenant t on t.id = c.tenant_id join partner p on p.id = t.partner_id
  where c.tenant_id = $1 and c.id = $2`;

/**
 * Reads a customer with one prepared statement. Its key is unwrapped on first use.
 * @throws NOT_FOUND for an unknown id and for one of another tenant alike.
 */
export async function loadCustomer(deps: Deps, tenantId: string, customerId: string): Promise<CustomerRecord> {
  const [row] = await deps.sql.unsafe<(CustomerRow & Beside)[]>(SELECT, [tenantId, customerId], { prepare: true });
  if (!row?.dataKey || !row.keyId) throw new Refusal('NOT_FOUND');
  const { dataKey, keyId } = row;
  let key: DataKey | undefined;
  return {
    customer: row,
    program: programOf(deps.programs, row),
    mode: row.mode,
    reviewPolicy: row.reviewPolicy,
    checkProviders: row.checkProviders === null ? {} : CheckProviders.parse(JSON.parse(row.checkProviders)),
    policyVersion: row.policyVersion,
    get key() {
      key ??= deps.vault.unwrap(dataKey, keyId);
      return key;
    },
    now: onTenantClock(deps.now(), Number(row.clockOffset)),
    clockOffset: Number(row.clockOffset),
    sender: row.sendsEmails ? { partnerName: row.partnerName, publicUrl: deps.publicUrl, now: deps.now() } : null,
  };
}

/** Maps a row of postgres.js to the names of the schema. */
export function readCustomer(columns: Record<string, unknown>): CustomerRow {
  const row: Record<string, unknown> = {};
  for (const name in columns) row[schemaName(name)] = columns[name];
  row.revision = Number(row.revision);
  return row as CustomerRow;
}

const NAMES = new Map<string, string>();

/** Maps `status_changed_at` to `statusChangedAt`. Results are cached, because every read needs them. */
function schemaName(name: string): string {
  const known = NAMES.get(name);
  if (known) return known;
  const made = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  NAMES.set(name, made);
  return made;
}

/** The tenant of a customer. Staff work across tenants, so for them the record names the tenant. @throws NOT_FOUND */
export async function tenantOfCustomer(deps: Deps, customerId: string): Promise<string> {
  const [row] = await deps.sql<{ tenant_id: string }[]>`select tenant_id from customer where id = ${customerId}`;
  if (!row) throw new Refusal('NOT_FOUND');
  return row.tenant_id;
}
