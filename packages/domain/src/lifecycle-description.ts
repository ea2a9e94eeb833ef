import { z } from 'zod';
import type { TransitionRow } from './lifecycle.ts';

const DescribedTransition = z.strictObject({
  from: z.string(),
  to: z.string(),
  event: z.string(),
  trigger: z.string(),
  /** Does it happen by itself, or does a person or an app cause it? */
  automatic: z.boolean(),
  by: z.string(),
  people: z.literal([1, 2]),
  source: z.enum(['seed', 'derived']),
});

export const LifecycleDescription = z.strictObject({
  name: z.string(),
  /** Declared, and nothing moves along it yet. */
  planned: z.boolean(),
  initial: z.string(),
  statuses: z.array(z.strictObject({ status: z.string(), label: z.string(), meaning: z.string() })),
  transitions: z.array(DescribedTransition),
});
export type LifecycleDescription = z.output<typeof LifecycleDescription>;

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
