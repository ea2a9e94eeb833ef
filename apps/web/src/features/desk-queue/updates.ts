import type { QueueRow } from '@gatehouse/domain';

/**
 * Counts the rows that differ from the shown ones: new, gone and changed. This person's own changes (`own`) do not
 * count.
 */
export function countUpdates(shown: readonly QueueRow[], fresh: readonly QueueRow[], own: ReadonlySet<string>): number {
  const before = new Map(shown.map((row) => [row.id, visible(row)]));
  const after = new Map(fresh.map((row) => [row.id, visible(row)]));
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].filter((id) => !own.has(id) && before.get(id) !== after.get(id)).length;
}

/** The visible content of a row, without what only changes with time. */
const visible = ({ overdue: _, ...row }: QueueRow): string => JSON.stringify(row);
