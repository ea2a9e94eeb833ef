import type { QueueView } from '@gatehouse/domain';
import { CustomerStatus, MODES, type Mode } from '@gatehouse/domain';

/** What the address of the queue says. Whatever it says wrongly is left out rather than refused. */
export type QueueAddress = {
  readonly view: QueueView;
  readonly status?: CustomerStatus;
  readonly mode?: Mode;
  readonly cursor?: string;
};

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

export function readAddress(params: Params, views: readonly QueueView[], otherwise: QueueView): QueueAddress {
  const one = (name: string): string | undefined => {
    const value = params[name];
    const text = (typeof value === 'string' ? value : value?.[0])?.trim();
    return text ? text : undefined;
  };
  const status = CustomerStatus.safeParse(one('status'));
  const mode = MODES.find((each) => each === one('mode'));
  const cursor = one('cursor')?.slice(0, 500);
  return {
    view: views.find((each) => each === one('view')) ?? otherwise,
    ...(status.success ? { status: status.data } : {}),
    ...(mode ? { mode } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

/** The address of the queue with this in it. A change of view or of a filter begins at the first page. */
export function addressOf({ view, ...filters }: QueueAddress): string {
  const params = new URLSearchParams({ view });
  for (const [name, value] of Object.entries(filters)) if (value) params.set(name, value);
  return `/desk?${params}`;
}

/** The same list from its beginning. */
export function fromStart({ cursor: _, ...address }: QueueAddress): QueueAddress {
  return address;
}
