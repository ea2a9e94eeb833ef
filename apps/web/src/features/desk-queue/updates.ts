import type { QueueRow } from '@gatehouse/domain';

/**
 * How many rows of a list differ from the ones in sight: new ones, gone ones, and changed ones. What this person has just
 * done (`own`) is no news to them.
 */
export function countUpdates(shown: readonly QueueRow[], fresh: readonly QueueRow[], own: ReadonlySet<string>): number {
  const before = new Map(shown.map((row) => [row.id, told(row)]));
  const after = new Map(fresh.map((row) => [row.id, told(row)]));
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].filter((id) => !own.has(id) && before.get(id) !== after.get(id)).length;
}

/** Everything of a row that a person would notice. That time passes is not an update. */
const told = ({ overdue: _, ...row }: QueueRow): string => JSON.stringify(row);
