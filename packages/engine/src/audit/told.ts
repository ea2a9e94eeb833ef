import type { schema } from '@gatehouse/db';
import { type AuditBreakKind, customerLifecycle, type RealTime, type TenantTime } from '@gatehouse/domain';

type EntryRow = typeof schema.auditEntry.$inferSelect;
/** An entry beside what was hashed of it, or null where that cannot be read. */
export type Told = { readonly row: EntryRow; readonly body: Readonly<Record<string, unknown>> | null };
export type Found = { readonly position: number; readonly what: AuditBreakKind };

export const toldOf = (row: EntryRow): Told => ({ row, body: bodyOf(row.body) });

function bodyOf(text: string): Told['body'] {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/**
 * A time as an entry says it. The database knows times that are none here, such as infinity: they are NaN, which equals nothing,
 * so that whoever writes one breaks a record and not the verifying.
 */
export const timeOf = (at: RealTime | TenantTime): string | number =>
  Number.isNaN(at.getTime()) ? Number.NaN : at.toISOString();

const TRANSITIONS: ReadonlySet<unknown> = new Set(customerLifecycle.rows.map(({ event }) => `customer.${event}`));
export const isTransition = ({ body }: Told): boolean => TRANSITIONS.has(body?.action);

/** The actions that happen to one row only once, the field that names the row, and what a second entry breaks. */
const ONCE = {
  'proposal.opened': { names: 'proposal', what: 'PROPOSAL' },
  'proposal.confirmed': { names: 'proposal', what: 'PROPOSAL' },
  'proposal.declined': { names: 'proposal', what: 'PROPOSAL' },
  'case.noted': { names: 'note', what: 'NOTE' },
} as const satisfies Record<string, { names: string; what: AuditBreakKind }>;
type OnceAction = keyof typeof ONCE;

/** The entries of one action by the row that they tell of. Of two about one row it is the first: `repeated` finds the other. */
export function entriesOf(told: readonly Told[], action: OnceAction): Map<unknown, Told> {
  const entries = new Map<unknown, Told>();
  for (const entry of told) {
    const id = entry.body?.[ONCE[action].names];
    if (entry.body?.action === action && !entries.has(id)) entries.set(id, entry);
  }
  return entries;
}

/** Entries that tell a second time of what happens once. One that continues the chain rightly would hide an edited row. */
export function* repeated({ told }: { told: readonly Told[] }): Iterable<Found> {
  for (const [action, { what }] of Object.entries(ONCE) as [OnceAction, (typeof ONCE)[OnceAction]][]) {
    const first = new Set(entriesOf(told, action).values());
    for (const entry of told)
      if (entry.body?.action === action && !first.has(entry)) yield { position: entry.row.position, what };
  }
}

/** Entries without a digest that follow one with a digest: they cannot be from before digests. */
export function* undigested({ told }: { told: readonly Told[] }): Iterable<Found> {
  let digests = false;
  for (const entry of told) {
    const what = digestedAs(entry);
    if (!what) continue;
    if (entry.body?.digest !== undefined) digests = true;
    else if (digests) yield { position: entry.row.position, what };
  }
}

/** What breaks when the digest of an entry is missing. Null for an entry of an action that holds none. */
function digestedAs(entry: Told): AuditBreakKind | null {
  if (isTransition(entry)) return 'HISTORY';
  const action = entry.body?.action;
  return action === 'proposal.opened' || action === 'case.noted' ? ONCE[action].what : null;
}
