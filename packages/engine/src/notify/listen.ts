import type { Deps } from '../deps.ts';
import { CHANNEL } from './announce.ts';

/** A change that was announced: whose record, or null when there were too many to name. */
type Announced = { readonly tenantId: string; readonly customerId: string } | null;
export type ChangeFeed = { subscribe(listener: (change: Announced) => void): () => void; close(): Promise<void> };

/**
 * Hears every announced change once per process and passes it on. It tells only that something changed; whoever listens
 * reads for itself, so a lost announcement costs a delay and never a wrong page. The driver reconnects by itself.
 */
export async function listenToChanges(deps: Pick<Deps, 'sql'>): Promise<ChangeFeed> {
  const listeners = new Set<(change: Announced) => void>();
  const tell = (change: Announced): void => {
    for (const listener of listeners) listener(change);
  };
  const hear = (payload: string): void => {
    if (payload === '') tell(null);
    for (const pair of payload.split(' ').filter(Boolean)) {
      const [tenantId = '', customerId = ''] = pair.split('/');
      tell({ tenantId, customerId });
    }
  };
  const { unlisten } = await deps.sql.listen(CHANNEL, hear, () => tell(null));
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => unlisten(),
  };
}
