import { customerLifecycle, type DecisionEvent, isDecision } from '@gatehouse/domain';
import { describe, expect, it } from 'vitest';
import { type EffectFacts, effectsOf } from './effects.ts';

const facts = (from: EffectFacts['from'], more: Partial<EffectFacts> = {}): EffectFacts => ({
  from,
  unresolved: 0,
  openItems: 0,
  asked: 0,
  temporary: null,
  mails: false,
  ...more,
});

describe('the effects of a decision', () => {
  it('exist for every transition by a person', () => {
    for (const row of customerLifecycle.rows.filter(({ event }) => isDecision(event)))
      expect(effectsOf(row.event as DecisionEvent, facts(row.from))[0]).toContain(customerLifecycle.label(row.to));
  });

  it('name the lost capabilities of the access table', () =>
    expect(effectsOf('reject', facts('ACTIVE'))).toEqual(
      expect.arrayContaining(['Blocks transactions.', 'Hides the data from the customer.']),
    ));

  it('say that a request unlocks the data', () =>
    expect(effectsOf('requestInformation', facts('UNDER_REVIEW', { asked: 2 }))).toEqual(
      expect.arrayContaining([
        'Unlocks the data, so that the customer can change it.',
        'Asks the customer for 2 things, within 14 days.',
      ]),
    ));

  it('say whether a deactivation can be undone', () => {
    expect(effectsOf('deactivate', facts('ACTIVE', { temporary: true }))).toContain(
      'Can be undone later by reactivating.',
    );
    expect(effectsOf('deactivate', facts('ACTIVE', { temporary: false }))).toContain('Cannot be undone.');
  });

  it('say when the customer gets an email', () => {
    const effect = 'Emails the customer, with a link to their page.';
    expect(effectsOf('approve', facts('UNDER_REVIEW', { mails: true }))).toContain(effect);
    expect(effectsOf('approve', facts('UNDER_REVIEW'))).not.toContain(effect);
  });

  it('are empty without a transition in the lifecycle', () =>
    expect(effectsOf('approve', facts('ACTIVE'))).toEqual([]));
});
