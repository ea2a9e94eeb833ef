import { customerLifecycle, type TenantTime } from '@gatehouse/domain';
import { brokenAt } from '../record/audit-chain.ts';
import { digest } from '../record/audit-digest.ts';
import type { ChangeRow, RecordEvidence, Whole } from './evidence.ts';
import { standing } from './standing.ts';
import { entriesOf, type Found, isTransition, repeated, timeOf, toldOf, undigested } from './told.ts';

/** The first break of a record: its position in the chain, and what is wrong there. Null when all of it holds. */
export function firstBreak(evidence: RecordEvidence): Found | null {
  const { customer, entries } = evidence;
  if (!customer) return { position: 1, what: 'REMOVED' };
  const told = entries.map(toldOf);
  const all: Whole = { ...evidence, customer, told, next: entries.length + 1 };
  const found = LOOKS.flatMap((look) => [...look(all)]);
  return found.reduce<Found | null>((first, each) => (first && first.position <= each.position ? first : each), null);
}

/** What is looked at. Each names the positions at which it finds something; of two at one position the first look counts. */
const LOOKS: readonly ((record: Whole) => Iterable<Found>)[] = [
  chain,
  columns,
  history,
  proposals,
  notes,
  repeated,
  undigested,
  status,
  standing,
  seals,
];

function* chain({ customer, entries, next }: Whole): Iterable<Found> {
  const position = brokenAt(entries, customer.auditHead);
  if (position !== null) yield { position, what: position === next ? 'HEAD' : 'CHAIN' };
  else if (customer.auditPosition !== entries.length) yield { position: next, what: 'HEAD' };
}

function* columns({ told }: Whole): Iterable<Found> {
  for (const { row, body } of told) {
    const holds =
      body?.customer === row.customerId &&
      body.position === row.position &&
      body.action === row.action &&
      by(body, row);
    if (!holds) yield { position: row.position, what: 'COLUMNS' };
  }
}

/** Transitions and status changes go side by side. Entries from before digests hold less, and that much is compared. */
function* history({ told, changes, next }: Whole): Iterable<Found> {
  const transitions = told.filter(isTransition);
  for (const [index, { row, body }] of transitions.entries()) {
    const change = changes[index];
    if (!change || !body || !tellsOf(body, change)) {
      yield { position: row.position, what: 'HISTORY' };
      return;
    }
  }
  if (changes.length > transitions.length) yield { position: next, what: 'HISTORY' };
}

function tellsOf(body: Readonly<Record<string, unknown>>, change: ChangeRow): boolean {
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
    by(body, { actorKind: change.actorKind, actorId: change.actorId, at: change.occurredAt })
  );
}

function* proposals({ told, proposals: rows, next }: Whole): Iterable<Found> {
  const opened = entriesOf(told, 'proposal.opened');
  const ended = {
    CONFIRMED: entriesOf(told, 'proposal.confirmed'),
    DECLINED: entriesOf(told, 'proposal.declined'),
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
      !by(body, { actorKind, actorId: proposedBy, at: row.createdAt }) ||
      !matches(body, digest('proposal', row))
    )
      yield { position: opening.row.position, what: 'PROPOSAL' };
    for (const [outcome, entries] of Object.entries(ended)) {
      const ending = entries.get(row.id);
      const isSo = row.status === outcome;
      const holds = ending?.body
        ? isSo && by(ending.body, { actorKind: 'staff', actorId: decidedBy, at: decidedAt })
        : !isSo;
      if (!holds) yield { position: ending?.row.position ?? next, what: 'PROPOSAL' };
    }
  }
  for (const { row } of opened.values()) yield { position: row.position, what: 'PROPOSAL' };
}

function* notes({ told, notes: rows, next }: Whole): Iterable<Found> {
  const noted = entriesOf(told, 'case.noted');
  for (const row of rows) {
    const entry = noted.get(row.id);
    noted.delete(row.id);
    if (!entry?.body) yield { position: next, what: 'NOTE' };
    else if (
      !by(entry.body, { actorKind: 'staff', actorId: row.staffId, at: row.createdAt }) ||
      !matches(entry.body, digest('note', row))
    )
      yield { position: entry.row.position, what: 'NOTE' };
  }
  for (const { row } of noted.values()) yield { position: row.position, what: 'NOTE' };
}

function* status({ customer, told, changes }: Whole): Iterable<Found> {
  const last = told.findLast(isTransition);
  const holds =
    customer.customerStatus === (last?.body?.to ?? customerLifecycle.initial) &&
    customer.statusChangeId === (changes.at(-1)?.id ?? null);
  if (!holds) yield { position: last?.row.position ?? 1, what: 'STATUS' };
}

function* seals({ entries, leaves }: Whole): Iterable<Found> {
  const hashes = new Map(entries.map(({ position, hash }) => [position, hash]));
  for (const { position, head } of leaves) if (!hashes.get(position)?.equals(head)) yield { position, what: 'SEALED' };
}

/** Does the body name this actor and this time? */
function by(
  body: Readonly<Record<string, unknown>>,
  { actorKind, actorId, at }: { actorKind: string; actorId: string | null; at: TenantTime | null },
): boolean {
  const actor = body.actor as { kind?: unknown; id?: unknown } | undefined;
  return actor?.kind === actorKind && actor.id === actorId && at !== null && body.at === timeOf(at);
}

/** An entry from before digests has none, and says nothing about the row's other columns. */
const matches = (body: Readonly<Record<string, unknown>>, made: string): boolean =>
  body.digest === undefined || body.digest === made;
