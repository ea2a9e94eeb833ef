import { type CustomerStatus, customerLifecycle } from '@gatehouse/domain';
import type { LoadedRecord, Numbered } from './evidence.ts';
import { isTransition, type ParsedEntry, type RecordBreak, timeOf } from './parsed-entry.ts';

/** Compares the customer row with the record's entries, history, profiles and events. */
export function* customerRow({
  customer,
  parsed,
  changes,
  profiles,
  events,
  next,
}: LoadedRecord): Iterable<RecordBreak> {
  const what = 'RECORD';
  if (parsed[0]?.body?.at !== timeOf(customer.createdAt)) yield { position: 1, what };
  const moved = parsed.findLast(isTransition)?.row.position ?? 1;
  const movedAt = changes.at(-1)?.occurredAt ?? customer.createdAt;
  if (customer.statusChangedAt.getTime() !== movedAt.getTime()) yield { position: moved, what };
  const archiving = parsed.find(({ body }) => body?.action === 'customer.archived');
  if ((archiving?.body?.at ?? null) !== (customer.archivedAt && timeOf(customer.archivedAt)))
    yield { position: archiving?.row.position ?? next, what };
  const counted =
    customer.version === versionOf(parsed) && is(profiles, customer.profileVersion) && is(events, customer.sequence);
  if (!counted) yield { position: next, what };
}

const is = ({ count, last }: Numbered, counter: number): boolean => count === counter && last === counter;

/** The version that results from the entries. A change of the status, of the profile, or of both together adds one. */
function versionOf(parsed: readonly ParsedEntry[]): number {
  const steps = parsed.filter(
    (entry, index) => isTransition(entry) || (changesProfile(entry) && !locks(parsed[index - 1])),
  );
  return steps.length;
}

const changesProfile = ({ body }: ParsedEntry): boolean =>
  body?.action === 'customer.data_changed' && body.fields !== '';

/** Whether the entry locks the profile. A profile change right after it was then made in the same mutation. */
const locks = (entry: ParsedEntry | undefined): boolean =>
  entry !== undefined &&
  isTransition(entry) &&
  !customerLifecycle.can(entry.body?.to as CustomerStatus, 'updateProfile');
