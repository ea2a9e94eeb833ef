import { customerLifecycle, type TenantTime } from '@gatehouse/domain';
import { brokenAt } from '../record/audit-chain.ts';
import { digest } from '../record/audit-digest.ts';
import { customerRow } from './customer-row.ts';
import type { ChangeRow, LoadedRecord, RecordEvidence } from './evidence.ts';
import {
  entriesOf,
  entriesWithoutDigest,
  isTransition,
  parseEntry,
  type RecordBreak,
  repeatedEntries,
  timeOf,
} from './parsed-entry.ts';

/** Finds the first break of a record: its position in the chain and its kind. Null when the record verifies. */
export function firstBreak(evidence: RecordEvidence): RecordBreak | null {
  const { customer, entries } = evidence;
  if (!customer) return { position: 1, what: 'REMOVED' };
  const parsed = entries.map(parseEntry);
  const all: LoadedRecord = { ...evidence, customer, parsed, next: entries.length + 1 };
  const found = VERIFIERS.flatMap((look) => [...look(all)]);
  return found.reduce<RecordBreak | null>(
    (first, each) => (first && first.position <= each.position ? first : each),
    null,
  );
}

/** Each verifier yields the breaks that it finds. Of two at one position, the earlier verifier's counts. */
const VERIFIERS: readonly ((record: LoadedRecord) => Iterable<RecordBreak>)[] = [
  chain,
  columns,
  history,
  proposals,
  notes,
  repeatedEntries,
  entriesWithoutDigest,
  status,
  customerRow,
  seals,
];

function* chain({ customer, entries, next }: LoadedRecord): Iterable<RecordBreak> {
  const position = brokenAt(entries, customer.auditHead);
  if (position !== null) yield { position, what: position === next ? 'HEAD' : 'CHAIN' };
  else if (customer.auditPosition !== entries.length) yield { position: next, what: 'HEAD' };
}

function* columns({ parsed }: LoadedRecord): Iterable<RecordBreak> {
  for (const { row, body } of parsed) {
    const holds =
      body?.customer === row.customerId &&
      body.position === row.position &&
      body.action === row.action &&
      matchesActor(body, row);
    if (!holds) yield { position: row.position, what: 'COLUMNS' };
  }
}

/**
 * Compares transitions with status changes pairwise. Entries without digests hold fewer columns; only those are
 * compared.
 */
function* history({ parsed, changes, next }: LoadedRecord): Iterable<RecordBreak> {
  const transitions = parsed.filter(isTransition);
  for (const [index, { row, body }] of transitions.entries()) {
    const change = changes[index];
    if (!change || !body || !matchesChange(body, change)) {
      yield { position: row.position, what: 'HISTORY' };
      return;
    }
  }
  if (changes.length > transitions.length) yield { position: next, what: 'HISTORY' };
}

function matchesChange(body: Readonly<Record<string, unknown>>, change: ChangeRow): boolean {
  if (body.digest !== undefined && (body.change !== change.id || body.digest !== digest('statusChange', change)))
    return false;
  return (
    body.action === `customer.${change.event}` &&
    body.from === change.fromStatus &&
    body.to === change.toStatus &&
    (body.reason ?? null) === change.reasonCode &&
    (body.temporary ?? null) === change.temporary &&
    (body.run ?? null) === change.runId &&
    (body.proposal ?? null) === change.proposalId &&
    matchesActor(body, { actorKind: change.actorKind, actorId: change.actorId, at: change.occurredAt })
  );
}

function* proposals({ parsed, proposals: rows, next }: LoadedRecord): Iterable<RecordBreak> {
  const opened = entriesOf(parsed, 'proposal.opened');
  const ended = {
    CONFIRMED: entriesOf(parsed, 'proposal.confirmed'),
    DECLINED: entriesOf(parsed, 'proposal.declined'),
  };
  for (const row of rows) {
    const opening = opened.get(row.id);
    opened.delete(row.id);
    const body = opening?.body;
    const { proposedByKind: actorKind, proposedBy, decidedBy, decidedAt } = row;
    if (!opening || !body) yield { position: next, what: 'PROPOSAL' };
    else if (
      body.decision !== row.decision ||
      (body.reason ?? null) !== row.reasonCode ||
      !matchesActor(body, { actorKind, actorId: proposedBy, at: row.createdAt }) ||
      !matches(body, digest('proposal', row))
    )
      yield { position: opening.row.position, what: 'PROPOSAL' };
    for (const [outcome, entries] of Object.entries(ended)) {
      const ending = entries.get(row.id);
      const isSo = row.status === outcome;
      const holds = ending?.body
        ? isSo && matchesActor(ending.body, { actorKind: 'staff', actorId: decidedBy, at: decidedAt })
        : !isSo;
      if (!holds) yield { position: ending?.row.position ?? next, what: 'PROPOSAL' };
    }
  }
  for (const { row } of opened.values()) yield { position: row.position, what: 'PROPOSAL' };
}

function* notes({ parsed, notes: rows, next }: LoadedRecord): Iterable<RecordBreak> {
  const noted = entriesOf(parsed, 'case.noted');
  for (const row of rows) {
    const entry = noted.get(row.id);
    noted.delete(row.id);
    if (!entry?.body) yield { position: next, what: 'NOTE' };
    else if (
      !matchesActor(entry.body, { actorKind: 'staff', actorId: row.staffId, at: row.createdAt }) ||
      !matches(entry.body, digest('note', row))
    )
      yield { position: entry.row.position, what: 'NOTE' };
  }
  for (const { row } of noted.values()) yield { position: row.position, what: 'NOTE' };
}

function* status({ customer, parsed, changes }: LoadedRecord): Iterable<RecordBreak> {
  const last = parsed.findLast(isTransition);
  const holds =
    customer.customerStatus === (last?.body?.to ?? customerLifecycle.initial) &&
    customer.statusChangeId === (changes.at(-1)?.id ?? null);
  if (!holds) yield { position: last?.row.position ?? 1, what: 'STATUS' };
}

function* seals({ entries, leaves }: LoadedRecord): Iterable<RecordBreak> {
  const hashes = new Map(entries.map(({ position, hash }) => [position, hash]));
  for (const { position, head } of leaves) if (!hashes.get(position)?.equals(head)) yield { position, what: 'SEALED' };
}

/** Whether the body names this actor and this time. */
function matchesActor(
  body: Readonly<Record<string, unknown>>,
  { actorKind, actorId, at }: { actorKind: string; actorId: string | null; at: TenantTime | null },
): boolean {
  const actor = body.actor as { kind?: unknown; id?: unknown } | undefined;
  return actor?.kind === actorKind && actor.id === actorId && at !== null && body.at === timeOf(at);
}

/** An entry of a version without digests cannot vouch for the row's other columns. */
const matches = (body: Readonly<Record<string, unknown>>, made: string): boolean =>
  body.digest === undefined || body.digest === made;
