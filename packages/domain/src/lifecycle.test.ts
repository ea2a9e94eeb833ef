import { describe, expect, test } from 'vitest';
import { defineLifecycle, isAutomatic, type TransitionRow } from './lifecycle.ts';

const row = <From extends string, To extends string, Event extends string>(from: From, event: Event, to: To) =>
  ({ from, event, to, trigger: 'A reason', by: 'engine', people: 1, source: 'seed' }) as const;

const statuses = {
  OPEN: { label: 'Open', meaning: 'Open.', can: ['enter'] },
  SHUT: { label: 'Shut', meaning: 'Shut.' },
} as const;

const door = defineLifecycle({
  name: 'door',
  initial: 'OPEN',
  capabilities: ['enter'],
  statuses,
  transitions: [row('OPEN', 'shut', 'SHUT'), { ...row('SHUT', 'open', 'OPEN'), source: 'derived' }],
});

describe('a lifecycle', () => {
  test('knows its statuses and events in the order of their declaration', () => {
    expect(door.statuses).toEqual(['OPEN', 'SHUT']);
    expect(door.events).toEqual(['shut', 'open']);
    expect(door.capabilities).toEqual(['enter']);
  });

  test('derives schemas that refuse what was not declared', () => {
    expect(door.schema.safeParse('OPEN').success).toBe(true);
    expect(door.schema.safeParse('open').success).toBe(false);
    expect(door.eventSchema.safeParse('kick').success).toBe(false);
  });

  test('says where an event leads, or why it cannot happen', () => {
    expect(door.allows('OPEN', 'shut')).toEqual({ allowed: true, to: 'SHUT' });
    expect(door.allows('SHUT', 'shut')).toEqual({ allowed: false, onlyFrom: ['OPEN'] });
  });

  test('says in which statuses an event may happen', () => {
    expect(door.sources('shut')).toEqual(['OPEN']);
    expect(door.sources('open')).toEqual(['SHUT']);
  });

  test('returns what a status allows, and nothing for a status without capabilities', () => {
    expect(door.can('OPEN', 'enter')).toBe(true);
    expect(door.can('SHUT', 'enter')).toBe(false);
  });

  test('lists the rows that leave a status', () => {
    expect(door.leaving('OPEN').map((each) => each.event)).toEqual(['shut']);
  });

  test('draws a diagram, with derived rows marked', () => {
    expect(door.mermaid()).toBe(
      ['stateDiagram-v2', '  [*] --> OPEN', '  OPEN --> SHUT: shut', '  SHUT --> OPEN: open (derived)'].join('\n'),
    );
  });
});

describe('a declaration is refused', () => {
  const declare = (rows: readonly TransitionRow<'OPEN' | 'SHUT', string>[]) =>
    defineLifecycle({ name: 'door', initial: 'OPEN', capabilities: ['enter'], statuses, transitions: rows });

  test('when two rows share a status and an event', () => {
    expect(() => declare([row('OPEN', 'shut', 'SHUT'), row('OPEN', 'shut', 'OPEN')])).toThrow('two rows for OPEN shut');
  });

  test.each(['from', 'to'] as const)('when a row names an unknown status in %s', (end) => {
    // The types refuse this already; the cast simulates a row from another source.
    const wrong = { ...row('OPEN', 'shut', 'SHUT'), [end]: 'AJAR' } as TransitionRow<'OPEN' | 'SHUT', string>;
    expect(() => declare([wrong])).toThrow('unknown status');
  });
});

test('only the engine’s rows are automatic', () => {
  expect(isAutomatic({ by: 'engine' })).toBe(true);
  for (const by of ['approver', 'admin', 'partner'] as const) expect(isAutomatic({ by })).toBe(false);
});
