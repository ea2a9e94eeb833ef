import { z } from 'zod';

/** Who may cause a transition: the engine by itself, a staff role, or the partner's own app. */
export type TransitionActor = 'engine' | 'approver' | 'admin' | 'partner';

/** One row of a lifecycle's table. `source` tells a row of the published specification from one derived to close a gap. */
export type TransitionRow<Status extends string, Event extends string> = {
  readonly event: Event;
  readonly from: Status;
  readonly to: Status;
  /** What makes it happen, as a person would say it. */
  readonly trigger: string;
  readonly by: TransitionActor;
  /** How many different people it takes: whoever proposes never confirms. */
  readonly people: 1 | 2;
  readonly source: 'seed' | 'derived';
};

/** The engine's rows happen by themselves; every other row waits for a person or for the partner's app. */
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
 * what this returns. It is pure data plus look-ups: it never decides whether something should happen, only whether it may.
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
  /** Declared, and nothing moves along it yet. */
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

    /** The statuses in which `event` may happen: what a query asks for. */
    sources: (event: Event): Status[] => statuses.filter((status) => table.has(`${status} ${event}`)),

    /** The same as yes or no. */
    may: (status: Status, event: Event): boolean => table.has(`${status} ${event}`),

    /**
     * Where `event` leads from `status`.
     * @throws an error where it leads nowhere: whoever steps has made sure that it may, so that is a fault and no refusal.
     */
    step(status: Status, event: Event): Status {
      const found = row(status, event);
      if (!found) throw new Error(`${declaration.name}: ${event} leads nowhere from ${status}`);
      return found.to;
    },

    /** Does nothing lead out of it any more? */
    isFinal: (status: Status): boolean => !rows.some((other) => other.from === status),

    /** The rows that leave `status`. An empty list means that nothing leads out of it. */
    leaving: (status: Status): readonly Row[] => rows.filter((other) => other.from === status),

    /** What the status allows, apart from transitions: the access table's row. */
    can: (status: Status, capability: Capability): boolean =>
      declaration.statuses[status].can?.includes(capability) ?? false,

    /** A Mermaid state diagram. Derived rows are drawn with their source said, so that nobody takes them for the seed's. */
    mermaid(): string {
      const lines = rows.map(
        (each) => `  ${each.from} --> ${each.to}: ${each.event}${each.source === 'derived' ? ' (derived)' : ''}`,
      );
      return ['stateDiagram-v2', `  [*] --> ${declaration.initial}`, ...lines].join('\n');
    },
  };
}
