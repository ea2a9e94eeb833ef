import type { TransitionRow } from './lifecycle.ts';

type DescribedTransition = {
  readonly from: string;
  readonly to: string;
  readonly event: string;
  readonly trigger: string;
  /** Does it happen by itself, or does a person or an app cause it? */
  readonly automatic: boolean;
  readonly by: string;
  readonly people: 1 | 2;
  readonly source: 'seed' | 'derived';
};

export type LifecycleDescription = {
  readonly name: string;
  /** Declared, and nothing moves along it yet. */
  readonly planned: boolean;
  readonly initial: string;
  readonly statuses: { readonly status: string; readonly label: string; readonly meaning: string }[];
  readonly transitions: DescribedTransition[];
};

type Described = {
  readonly name: string;
  readonly planned: boolean;
  readonly initial: string;
  readonly statuses: readonly string[];
  readonly rows: readonly TransitionRow<string, string>[];
  describe(status: never): { readonly label: string; readonly meaning: string };
};

/** A lifecycle as data for other apps, docs and diagrams. */
export const describeLifecycle = (lifecycle: Described): LifecycleDescription => ({
  name: lifecycle.name,
  planned: lifecycle.planned,
  initial: lifecycle.initial,
  statuses: lifecycle.statuses.map((status) => {
    const { label, meaning } = lifecycle.describe(status as never);
    return { status, label, meaning };
  }),
  transitions: lifecycle.rows.map(({ from, to, event, trigger, by, people, source }) => ({
    from,
    to,
    event,
    trigger,
    automatic: by === 'engine',
    by,
    people,
    source,
  })),
});
