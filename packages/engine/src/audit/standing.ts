import { type CustomerStatus, customerLifecycle } from '@gatehouse/domain';
import type { Numbered, Whole } from './evidence.ts';
import { type Found, isTransition, type Told, timeOf } from './told.ts';

/** What the record's own row says of itself, held against its entries, its history, its profiles and its events. */
export function* standing({ customer, told, changes, profiles, events, next }: Whole): Iterable<Found> {
  const what = 'RECORD';
  if (told[0]?.body?.at !== timeOf(customer.createdAt)) yield { position: 1, what };
  const moved = told.findLast(isTransition)?.row.position ?? 1;
  const movedAt = changes.at(-1)?.occurredAt ?? customer.createdAt;
  if (customer.statusChangedAt.getTime() !== movedAt.getTime()) yield { position: moved, what };
  const archiving = told.find(({ body }) => body?.action === 'customer.archived');
  if ((archiving?.body?.at ?? null) !== (customer.archivedAt && timeOf(customer.archivedAt)))
    yield { position: archiving?.row.position ?? next, what };
  const counted =
    customer.version === versionOf(told) && is(profiles, customer.profileVersion) && is(events, customer.sequence);
  if (!counted) yield { position: next, what };
}

const is = ({ count, last }: Numbered, counter: number): boolean => count === counter && last === counter;

/** The version that the entries lead to: each change of the status or of the profile is one, and both together are one. */
function versionOf(told: readonly Told[]): number {
  const steps = told.filter(
    (entry, index) => isTransition(entry) || (changesProfile(entry) && !locks(told[index - 1])),
  );
  return steps.length;
}

const changesProfile = ({ body }: Told): boolean => body?.action === 'customer.data_changed' && body.fields !== '';

/** Does the entry lock the profile? Then a change of the profile that follows at once was sent together with it. */
const locks = (entry: Told | undefined): boolean =>
  entry !== undefined &&
  isTransition(entry) &&
  !customerLifecycle.can(entry.body?.to as CustomerStatus, 'updateProfile');
