import type { schema } from '@gatehouse/db';
import { type AuditBreakKind, customerLifecycle, type RealTime, type TenantTime } from '@gatehouse/domain';

type EntryRow = typeof schema.auditEntry.$inferSelect;
/** An entry with its parsed body, or null when the body is not a JSON object. */
export type ParsedEntry = { readonly row: EntryRow; readonly body: Readonly<Record<string, unknown>> | null };
export type RecordBreak = { readonly position: number; readonly what: AuditBreakKind };

export const parseEntry = (row: EntryRow): ParsedEntry => ({ row, body: bodyOf(row.body) });

function bodyOf(text: string): ParsedEntry['body'] {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/**
 * A time in the format of entries. Postgres allows times that JavaScript does not, such as infinity. They become NaN,
 * which equals nothing, so they break the record and do not abort the verification.
 */
export const timeOf = (at: RealTime | TenantTime): string | number =>
  Number.isNaN(at.getTime()) ? Number.NaN : at.toISOString();

const TRANSITIONS: ReadonlySet<unknown> = new Set(customerLifecycle.rows.map(({ event }) => `customer.${event}`));
export const isTransition = ({ body }: ParsedEntry): boolean => TRANSITIONS.has(body?.action);

/** The actions that happen once per row, the body's field with the row's id, and the break that a second entry is. */
const ONCE = {
  'proposal.opened': { names: 'proposal', what: 'PROPOSAL' },
  'proposal.confirmed': { names: 'proposal', what: 'PROPOSAL' },
  'proposal.declined': { names: 'proposal', what: 'PROPOSAL' },
  'case.noted': { names: 'note', what: 'NOTE' },
} as const satisfies Record<string, { names: string; what: AuditBreakKind }>;
type OnceAction = keyof typeof ONCE;

/**
 * The entries of one action by the id of their row. Of two for one row it is the first; `repeatedEntries` finds the
 * second.
 */
export function entriesOf(parsed: readonly ParsedEntry[], action: OnceAction): Map<unknown, ParsedEntry> {
  const entries = new Map<unknown, ParsedEntry>();
  for (const entry of parsed) {
    const id = entry.body?.[ONCE[action].names];
    if (entry.body?.action === action && !entries.has(id)) entries.set(id, entry);
  }
  return entries;
}

/**
 * Finds second entries of actions that happen once per row. With a valid chain they could otherwise hide an edited row.
 */
export function* repeatedEntries({ parsed }: { parsed: readonly ParsedEntry[] }): Iterable<RecordBreak> {
  for (const [action, { what }] of Object.entries(ONCE) as [OnceAction, (typeof ONCE)[OnceAction]][]) {
    const first = new Set(entriesOf(parsed, action).values());
    for (const entry of parsed)
      if (entry.body?.action === action && !first.has(entry)) yield { position: entry.row.position, what };
  }
}

/** Finds entries without a digest after one with a digest. They cannot come from a version without digests. */
export function* entriesWithoutDigest({ parsed }: { parsed: readonly ParsedEntry[] }): Iterable<RecordBreak> {
  let digests = false;
  for (const entry of parsed) {
    const what = digestBreak(entry);
    if (!what) continue;
    if (entry.body?.digest !== undefined) digests = true;
    else if (digests) yield { position: entry.row.position, what };
  }
}

/** The break that a missing digest is. Null for actions whose entries have no digest. */
function digestBreak(entry: ParsedEntry): AuditBreakKind | null {
  if (isTransition(entry)) return 'HISTORY';
  const action = entry.body?.action;
  return action === 'proposal.opened' || action === 'case.noted' ? ONCE[action].what : null;
}
