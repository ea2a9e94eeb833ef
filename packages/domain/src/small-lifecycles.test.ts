import { describe, expect, test } from 'vitest';
import { checkLifecycle } from './check/lifecycle.ts';
import { documentLifecycle } from './document/lifecycle.ts';
import { LIFECYCLES } from './lifecycles.ts';
import { proposalLifecycle } from './proposal/lifecycle.ts';
import { requirementLifecycle } from './requirement/lifecycle.ts';
import { deliveryLifecycle, webhookEndpointLifecycle } from './webhook/lifecycle.ts';

/** The statuses and transitions of each lifecycle, from the model. No others may exist. */
const EXPECTED = [
  {
    lifecycle: checkLifecycle,
    initial: 'PENDING',
    statuses: ['PENDING', 'PASSED', 'NEEDS_INFORMATION', 'FLAGGED', 'FAILED', 'ERRORED'],
    ways: [
      'PENDING to PASSED',
      'PENDING to NEEDS_INFORMATION',
      'PENDING to FLAGGED',
      'PENDING to FAILED',
      'PENDING to ERRORED',
    ],
  },
  {
    lifecycle: requirementLifecycle,
    initial: 'OPEN',
    statuses: ['OPEN', 'ANSWERED', 'ACCEPTED', 'WITHDRAWN'],
    ways: [
      'OPEN to ANSWERED',
      'ANSWERED to ACCEPTED',
      'ANSWERED to OPEN',
      'OPEN to WITHDRAWN',
      'ANSWERED to WITHDRAWN',
    ],
  },
  {
    lifecycle: deliveryLifecycle,
    initial: 'PENDING',
    statuses: ['PENDING', 'DELIVERED', 'FAILED'],
    ways: ['PENDING to DELIVERED', 'PENDING to FAILED', 'FAILED to PENDING', 'DELIVERED to PENDING'],
  },
  {
    lifecycle: webhookEndpointLifecycle,
    initial: 'ENABLED',
    statuses: ['ENABLED', 'DISABLED'],
    ways: ['ENABLED to DISABLED', 'DISABLED to ENABLED'],
  },
  {
    lifecycle: proposalLifecycle,
    initial: 'OPEN',
    statuses: ['OPEN', 'CONFIRMED', 'DECLINED', 'STALE'],
    ways: ['OPEN to CONFIRMED', 'OPEN to DECLINED', 'OPEN to STALE'],
  },
  {
    lifecycle: documentLifecycle,
    initial: 'EXPECTED',
    statuses: ['EXPECTED', 'HELD', 'CURRENT', 'REPLACED', 'REMOVED'],
    ways: [
      'EXPECTED to HELD',
      'HELD to HELD',
      'HELD to CURRENT',
      'HELD to REPLACED',
      'CURRENT to REPLACED',
      'EXPECTED to REMOVED',
      'HELD to REMOVED',
      'CURRENT to REMOVED',
      'REPLACED to REMOVED',
    ],
  },
] as const;

test('every lifecycle is tested, here or in a file of its own', () => {
  const here = EXPECTED.map(({ lifecycle }) => lifecycle.name);
  expect([...here, 'customer', 'enablement'].sort()).toEqual(Object.keys(LIFECYCLES).sort());
  for (const [name, lifecycle] of Object.entries(LIFECYCLES)) expect(lifecycle.name).toBe(name);
});

describe.each(EXPECTED)('$lifecycle.name', ({ lifecycle, initial, statuses, ways }) => {
  // The lifecycles have different types, so the test uses their common interface.
  const { allows, events } = lifecycle as unknown as {
    allows: (status: string, event: string) => { allowed: boolean; to?: string; onlyFrom?: readonly string[] };
    events: readonly string[];
  };

  test('has these statuses and starts here', () => {
    expect(lifecycle.statuses).toEqual(statuses);
    expect(lifecycle.initial).toBe(initial);
  });

  test('allows exactly these transitions, over every status and every event', () => {
    const found: string[] = [];
    for (const status of statuses)
      for (const event of events) {
        const answer = allows(status, event);
        if (answer.allowed) found.push(`${status} to ${answer.to}`);
        else expect(answer.onlyFrom).not.toContain(status);
      }
    expect(found.sort()).toEqual([...ways].sort());
  });
});

test('a verdict never changes: nothing leaves a finished check', () => {
  for (const status of checkLifecycle.statuses.filter((each) => each !== 'PENDING'))
    expect(checkLifecycle.isFinal(status), status).toBe(true);
});
