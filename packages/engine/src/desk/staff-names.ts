import type { Deps } from '../deps.ts';

/** The names of everyone at the desk, by id. History keeps ids; names are looked up when it is shown. */
export async function staffNames(deps: Deps): Promise<Map<string, string>> {
  const rows = await deps.sql<{ id: string; name: string }[]>`select id, name from staff`;
  return new Map(rows.map((row) => [row.id, row.name]));
}
