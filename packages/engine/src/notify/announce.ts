import type { Sql } from 'postgres';

export const CHANNEL = 'gatehouse_changes';
/** NOTIFY carries at most 8,000 bytes. With more ids than this it carries none, and readers look for themselves. */
const MOST_NAMED = 80;

/**
 * Coalesces announcements into one NOTIFY per turn of the event loop, outside any transaction: inside one, all commits
 * would wait for each other. A lost NOTIFY costs half a second, because the relay also polls.
 */
export function createAnnouncer(
  sql: Sql,
  onError: (error: unknown) => void,
): (change: { tenantId: string; customerId: string }) => void {
  const waiting = new Set<string>();
  let sending = false;
  const flush = async (): Promise<void> => {
    const named = [...waiting];
    waiting.clear();
    const payload = named.length > MOST_NAMED ? '' : named.join(' ');
    try {
      await sql`select pg_notify(${CHANNEL}, ${payload})`;
    } catch (error) {
      onError(error);
    }
    if (waiting.size > 0) setImmediate(flush);
    else sending = false;
  };
  return ({ tenantId, customerId }) => {
    waiting.add(`${tenantId}/${customerId}`);
    if (sending) return;
    sending = true;
    setImmediate(flush);
  };
}
