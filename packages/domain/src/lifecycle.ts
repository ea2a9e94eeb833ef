import { z } from 'zod';

/** Who may cause a transition: the engine by itself, a staff role, or the partner's own app. */
export type TransitionActor = 'engine' | 'approver' | 'admin' | 'partner';

/** One row of a lifecycle's table. `source` says whether it is in the published specification or closes a gap. */
export type TransitionRow<Status extends string, Event extends string> = {
  readonly event: Event;
  readonly from: Status;
  readonly to: Status;
  /** The trigger, in plain words. */
  readonly trigger: string;
  readonly by: TransitionActor;
  /** The number of different people required. The proposer never confirms. */
  readonly people: 1 | 2;
  readonly source: 'seed' | 'derived';
};

/** The engine's transitions are automatic; all others wait for a person or for the partner's app. */
export const isAutomatic = (row: Pick<TransitionRow<string, string>, 'by'>): boolean => row.by === 'engine';

export type StatusDeclaration<Capability extends string = never> = {
  readonly label: string;
  readonly meaning: string;
  readonly can?: readonly Capability[];
};

export type Allowance<Status extends string> =
  | { readonly allowed: true; readonly to: Status }
  | { readonly allowed: false; readonly onlyFrom: readonly Status[] };

/**
 * Declares a lifecycle once; types, zod enums, database reference rows, buttons, diagrams and tests are derived from
 * the result. It is pure data with look-ups: it never decides whether something should happen, only whether it may.
 *
 * @throws if a row names an unknown status or two rows share a status and an event: a lifecycle is deterministic.
 */
export function defineLifecycle<
  const Name extends string,
  Status extends string,
  const Rows extends readonly TransitionRow<NoInfer<Status>, string>[],
  Capability extends string = never,
>(declaration: {
  readonly name: Name;
  /** Declared, but not used yet. */
  readonly planned?: true;
  readonly initial: NoInfer<Status>;
  readonly capabilities?: readonly Capability[];
  readonly statuses: Record<Status, StatusDeclaration<NoInfer<Capability>>>;
  readonly transitions: Rows;
}) {
  type Event = Rows[number]['event'];
  type Row = TransitionRow<Status, Event>;

  const statuses = Object.keys(declaration.statuses) as [Status, ...Status[]];
  const rows = declaration.transitions as readonly Row[];
  const events = [...new Set(rows.map((row) => row.event))] as [Event, ...Event[]];
  const table = new Map<string, Row>();
  for (const row of rows) {
    if (!(row.from in declaration.statuses) || !(row.to in declaration.statuses))
      throw new Error(`${declaration.name}: the row ${row.event} names an unknown status`);
    const key = `${row.from} ${row.event}`;
    if (table.has(key)) throw new Error(`${declaration.name}: two rows for ${key}`);
    table.set(key, row);
  }

  const row = (status: Status, event: Event): Row | undefined => table.get(`${status} ${event}`);
  const label = (status: Status): string => declaration.statuses[status].label;

  return {
    name: declaration.name,
    planned: declaration.planned ?? false,
    initial: declaration.initial,
    statuses,
    events,
    rows,
    capabilities: declaration.capabilities ?? [],
    schema: z.enum(statuses),
    eventSchema: z.enum(events),
    describe: (status: Status): StatusDeclaration<Capability> => declaration.statuses[status],
    label,
    row,

    /** May `event` happen in `status`, and where does it lead? When not, `onlyFrom` are the statuses in which it may. */
    allows(status: Status, event: Event): Allowance<Status> {
      const found = row(status, event);
      if (found) return { allowed: true, to: found.to };
      return { allowed: false, onlyFrom: rows.filter((other) => other.event === event).map((other) => other.from) };
    },

    /** The statuses in which `event` may happen, for queries. */
    sources: (event: Event): Status[] => statuses.filter((status) => table.has(`${status} ${event}`)),

    /** The same as a boolean. */
    may: (status: Status, event: Event): boolean => table.has(`${status} ${event}`),

    /**
     * Where `event` leads from `status`.
     * @throws an error where it leads nowhere. Callers check first, so this is a fault and not a refusal.
     */
    step(status: Status, event: Event): Status {
      const found = row(status, event);
      if (!found) throw new Error(`${declaration.name}: ${event} leads nowhere from ${status}`);
      return found.to;
    },

    /** Is the status final? */
    isFinal: (status: Status): boolean => !rows.some((other) => other.from === status),

    /** The rows that leave `status`; empty when it is final. */
    leaving: (status: Status): readonly Row[] => rows.filter((other) => other.from === status),

    /** The capabilities of the status: its row of the access table. */
    can: (status: Status, capability: Capability): boolean =>
      declaration.statuses[status].can?.includes(capability) ?? false,

    /** A Mermaid state diagram. Derived rows are marked, to distinguish them from the published ones. */
    mermaid(): string {
      const lines = rows.map(
        (each) => `  ${each.from} --> ${each.to}: ${each.event}${each.source === 'derived' ? ' (derived)' : ''}`,
      );
      return ['stateDiagram-v2', `  [*] --> ${declaration.initial}`, ...lines].join('\n');
    },
  };
}
