import { isAutomatic, type StatusDeclaration, type TransitionActor, type TransitionRow } from './lifecycle.ts';

/** The part of a lifecycle that its page needs. Every result of `defineLifecycle` fits. */
export type DescribedLifecycle<Status extends string, Capability extends string> = {
  readonly name: string;
  readonly planned: boolean;
  readonly initial: Status;
  readonly statuses: readonly Status[];
  readonly rows: readonly TransitionRow<Status, string>[];
  readonly capabilities: readonly Capability[];
  readonly describe: (status: Status) => StatusDeclaration<Capability>;
  readonly can: (status: Status, capability: Capability) => boolean;
  readonly mermaid: () => string;
};

/** The actor of a transition, as shown in the docs. */
const ACTORS = {
  engine: 'the engine',
  approver: 'an approver',
  admin: 'an admin',
  partner: 'the partner’s app',
} as const satisfies Record<TransitionActor, string>;

/** The page of the docs about one lifecycle, in Markdown. All of it is derived, so that it always matches the code. */
export function lifecycleDocument<Status extends string, Capability extends string>(
  lifecycle: DescribedLifecycle<Status, Capability>,
): string {
  const sections = [
    `# The lifecycle \`${lifecycle.name}\``,
    'Derived from its declaration by a test. Change the declaration, then run the tests with `UPDATE_DOCS=1`.',
    ...(lifecycle.planned ? ['**Planned.** It is declared, and nothing moves along it yet.'] : []),
    `\`\`\`mermaid\n${lifecycle.mermaid()}\n\`\`\``,
    `## Statuses\n\nA new one starts as \`${lifecycle.initial}\`.\n\n${statuses(lifecycle)}`,
    `## Transitions\n\n${sourceNote(lifecycle.rows)}\n\n${transitions(lifecycle.rows)}`,
  ];
  if (lifecycle.capabilities.length > 0) sections.push(`## Access: what a status allows\n\n${access(lifecycle)}`);
  return `${sections.join('\n\n')}\n`;
}

function statuses<Status extends string, Capability extends string>(
  lifecycle: DescribedLifecycle<Status, Capability>,
): string {
  const rows = lifecycle.statuses.map((status) => {
    const { label, meaning } = lifecycle.describe(status);
    return [`\`${status}\``, label, meaning];
  });
  return table(['status', 'label', 'meaning'], rows);
}

/** Only some lifecycles have a published specification; the others need no source column. */
function sourceNote(rows: readonly TransitionRow<string, string>[]): string {
  return rows.some((row) => row.source === 'seed')
    ? 'A row whose source is `seed` stands in the published specification; a `derived` one closes a gap in it.'
    : 'The published specification says nothing about these rows; all of them are derived.';
}

function transitions(rows: readonly TransitionRow<string, string>[]): string {
  const cells = rows.map((row) => [
    `\`${row.event}\``,
    `\`${row.from}\``,
    `\`${row.to}\``,
    row.trigger,
    isAutomatic(row) ? 'automatic' : 'manual',
    row.people === 2 ? `${ACTORS[row.by]}, two people` : ACTORS[row.by],
    row.source,
  ]);
  return table(['event', 'from', 'to', 'trigger', 'automatic or manual', 'by', 'source'], cells);
}

function access<Status extends string, Capability extends string>(
  lifecycle: DescribedLifecycle<Status, Capability>,
): string {
  const rows = lifecycle.capabilities.map((capability) => [
    `\`${capability}\``,
    ...lifecycle.statuses.map((status) => (lifecycle.can(status, capability) ? 'yes' : 'no')),
  ]);
  return table(['capability', ...lifecycle.statuses.map((status) => `\`${status}\``)], rows);
}

/** A Markdown table. A bar inside a cell would end it, so bars are escaped. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
