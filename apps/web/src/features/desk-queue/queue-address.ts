import type { QueueView } from '@gatehouse/domain';
import { CustomerStatus, MODES, type Mode } from '@gatehouse/domain';

/** The parameters of the queue's URL. Invalid ones are dropped. */
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

/** Makes the queue's URL. A changed view or filter starts at the first page. */
export function addressOf({ view, ...filters }: QueueAddress): string {
  const params = new URLSearchParams({ view });
  for (const [name, value] of Object.entries(filters)) if (value) params.set(name, value);
  return `/desk?${params}`;
}

/** Returns the same list at its first page. */
export function fromStart({ cursor: _, ...address }: QueueAddress): QueueAddress {
  return address;
}
