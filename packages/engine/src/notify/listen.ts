import type { Deps } from '../deps.ts';
import { CHANNEL } from './announce.ts';

/** An announced change of a customer, or null when there were too many to name. */
type Announced = { readonly tenantId: string; readonly customerId: string } | null;
export type ChangeFeed = { subscribe(listener: (change: Announced) => void): () => void; close(): Promise<void> };

/**
 * Listens for announced changes once per process and passes them to subscribers. A change carries no data and
 * subscribers read for themselves, so a lost one causes a delay and never a wrong page. The driver reconnects by
 * itself.
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
