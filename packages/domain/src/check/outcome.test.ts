import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RequirementAsk } from '../requirement/schema.ts';
import type { CheckKind } from './kinds.ts';
import { type CheckStatus, checkLifecycle, isAnsweredFor, WAITING_FOR_A_PERSON } from './lifecycle.ts';
import { type CheckFact, outcomeOf } from './outcome.ts';

const blurred: RequirementAsk = { code: 'DOCUMENT_BLURRED', target: { documentKind: 'PASSPORT' } };
const address: RequirementAsk = { code: 'ADDRESS_PO_BOX', target: { field: 'address' } };

const fact = (kind: CheckKind, status: CheckStatus, more: Partial<CheckFact> = {}): CheckFact => ({
  kind,
  status,
  asks: status === 'NEEDS_INFORMATION' ? [blurred] : [],
  resolved: false,
  ...more,
});
const of = (...checks: CheckFact[]) => outcomeOf(checks);

describe('the four rules, in their order', () => {
  const everything = [fact('profile', 'NEEDS_INFORMATION'), fact('identity', 'FLAGGED'), fact('manual', 'PENDING')];

  test('1. an unresolved failure holds before anything else', () => {
    expect(of(fact('document', 'FAILED'), ...everything)).toEqual({ kind: 'hold', because: 'failed' });
  });

  test('2. a check that asks for more precedes a flag and a manual review', () => {
    expect(of(fact('document', 'FAILED', { resolved: true }), ...everything)).toEqual({
      kind: 'requestInformation',
      asks: [blurred],
    });
  });

  test.each(['FLAGGED', 'ERRORED'] as const)('3. %s holds until a person resolves it', (status) => {
    expect(of(fact('profile', 'PASSED'), fact('identity', status))).toEqual({ kind: 'hold', because: 'flagged' });
    expect(of(fact('profile', 'PASSED'), fact('identity', status, { resolved: true }))).toEqual({ kind: 'approve' });
  });

  test('3. a manual review holds', () => {
    expect(of(fact('profile', 'PASSED'), fact('manual', 'PENDING'))).toEqual({ kind: 'hold', because: 'manual' });
  });

  test('4. otherwise the run is approved', () => {
    expect(of(fact('profile', 'PASSED'), fact('document', 'PASSED'))).toEqual({ kind: 'approve' });
    expect(of(fact('profile', 'PASSED'), fact('manual', 'PASSED'))).toEqual({ kind: 'approve' });
    expect(of(fact('profile', 'FAILED', { resolved: true }), fact('manual', 'PASSED'))).toEqual({ kind: 'approve' });
  });
});

describe('a person’s verdict', () => {
  test('to propose a rejection holds, even when a check asks for more', () => {
    expect(of(fact('manual', 'FAILED'))).toEqual({ kind: 'hold', because: 'failed' });
    expect(of(fact('document', 'NEEDS_INFORMATION'), fact('manual', 'FAILED'))).toEqual({
      kind: 'hold',
      because: 'failed',
    });
  });

  test('to ask for more requests it, despite a flag', () => {
    const outcome = of(fact('identity', 'FLAGGED'), fact('manual', 'NEEDS_INFORMATION', { asks: [address] }));
    expect(outcome).toEqual({ kind: 'requestInformation', asks: [address] });
  });
});

describe('incomplete runs', () => {
  test('a run without checks goes to manual review', () => {
    expect(of()).toEqual({ kind: 'hold', because: 'flagged' });
  });

  test('a check that asks for more without items goes to manual review', () => {
    expect(of(fact('identity', 'NEEDS_INFORMATION', { asks: [] }))).toEqual({ kind: 'hold', because: 'flagged' });
  });
});

describe('waiting', () => {
  const running = fact('identity', 'PENDING');
  const asks = fact('document', 'NEEDS_INFORMATION');

  test('lasts while an automatic check is running, regardless of the others', () => {
    for (const status of checkLifecycle.statuses) expect(of(running, fact('document', status)).kind).toBe('wait');
  });

  test('ends at the cap when something is asked, so that the customer can start', () => {
    expect(outcomeOf([running, asks], true)).toEqual({ kind: 'requestInformation', asks: [blurred] });
  });

  test('continues past the cap when nothing is asked, because approval requires every answer', () => {
    for (const status of ['PASSED', 'FLAGGED', 'FAILED', 'ERRORED'] as const)
      expect(outcomeOf([running, fact('document', status)], true), status).toEqual({ kind: 'wait' });
  });

  test('that the cap ended still holds on a failure', () => {
    expect(outcomeOf([running, asks, fact('profile', 'FAILED')], true)).toEqual({ kind: 'hold', because: 'failed' });
  });

  test('ignores a pending manual review', () => {
    expect(of(fact('manual', 'PENDING'), asks).kind).toBe('requestInformation');
  });
});

describe('one combined request', () => {
  const request = (...checks: CheckFact[]) => {
    const outcome = of(...checks);
    return outcome.kind === 'requestInformation' ? outcome.asks : outcome;
  };
  const asking = (kind: CheckKind, ...asks: RequirementAsk[]) => fact(kind, 'NEEDS_INFORMATION', { asks });

  test('contains everything that any check asks', () => {
    expect(request(asking('profile', address), asking('document', blurred))).toEqual([address, blurred]);
  });

  test('contains the same item once', () => {
    expect(request(asking('document', blurred), asking('identity', blurred))).toEqual([blurred]);
  });

  test('keeps the same code for different targets apart', () => {
    const other: RequirementAsk = { code: 'DOCUMENT_BLURRED', target: { documentKind: 'NATIONAL_ID' } };
    expect(request(asking('document', blurred, other))).toEqual([blurred, other]);
  });

  test('prefers a person’s message to a machine’s, in either order', () => {
    const machine = { ...blurred, customerMessage: 'The front is blurred.' };
    const person = { ...blurred, customerMessage: 'The number cannot be read.', internalNote: 'Seen twice.' };
    expect(request(asking('manual', person), asking('document', machine))).toEqual([person]);
    expect(request(asking('document', machine), asking('manual', person))).toEqual([person]);
    expect(request(asking('manual', person), asking('document', blurred))).toEqual([person]);
  });

  test('keeps two questions that have no target', () => {
    const question = (customerMessage: string): RequirementAsk => ({
      code: 'CLARIFICATION',
      target: {},
      customerMessage,
    });
    const [first, second] = [question('Where do you work?'), question('Why two addresses?')];
    expect(request(asking('manual', first, second))).toEqual([first, second]);
    expect(request(asking('manual', first, first))).toEqual([first]);
  });
});

/** The model's rules, written out as a reference implementation. */
function byTheModel(checks: readonly CheckFact[], capPassed: boolean): string {
  const has = (test: (check: CheckFact) => boolean) => checks.some(test);
  const asked = has((each) => each.status === 'NEEDS_INFORMATION' && each.asks.length > 0);
  if (has((each) => each.kind !== 'manual' && each.status === 'PENDING') && !(capPassed && asked)) return 'wait';
  if (has((each) => each.status === 'FAILED' && !each.resolved)) return 'hold';
  if (asked) return 'requestInformation';
  if (has((each) => ['FLAGGED', 'ERRORED', 'NEEDS_INFORMATION'].includes(each.status) && !each.resolved)) return 'hold';
  return has((each) => each.status === 'PENDING') || checks.length === 0 ? 'hold' : 'approve';
}

describe('over any checks', () => {
  const anyFact = fc.record({
    kind: fc.constantFrom<CheckKind>('profile', 'document', 'identity', 'manual'),
    status: fc.constantFrom(...checkLifecycle.statuses),
    asks: fc.subarray([blurred, address]),
    resolved: fc.boolean(),
  });
  const anyRun = fc.uniqueArray(anyFact, { selector: (each) => each.kind });
  const always = (property: (checks: CheckFact[], capPassed: boolean) => void) =>
    fc.assert(fc.property(anyRun, fc.boolean(), property), { numRuns: 5_000 });

  test('the outcome equals the model’s', () => {
    always((checks, capPassed) => {
      expect(outcomeOf(checks, capPassed).kind).toBe(byTheModel(checks, capPassed));
    });
  });

  test('a run is approved only when every check passed or was resolved by a person', () => {
    always((checks, capPassed) => {
      if (outcomeOf(checks, capPassed).kind !== 'approve') return;
      for (const check of checks) expect(check.status === 'PASSED' || check.resolved).toBe(true);
      expect(checks.map((check) => check.status)).not.toContain('PENDING');
    });
  });

  test('the order of the checks does not matter', () => {
    always((checks, capPassed) => {
      const [one, other] = [outcomeOf(checks, capPassed), outcomeOf([...checks].reverse(), capPassed)];
      expect(other.kind).toBe(one.kind);
      if (one.kind === 'requestInformation' && other.kind === 'requestInformation')
        expect(new Set(other.asks.map((ask) => ask.code))).toEqual(new Set(one.asks.map((ask) => ask.code)));
    });
  });
});

test('a flag holds a run until one person resolves it, and a failure until two do', () => {
  const holding = checkLifecycle.statuses.filter((status) => {
    const outcome = outcomeOf([fact('identity', status)]);
    return outcome.kind === 'hold';
  });
  expect(holding).toEqual(WAITING_FOR_A_PERSON);
  const by = (people: 1 | 2) => checkLifecycle.statuses.filter((status) => isAnsweredFor({ status }, people));
  expect(by(1)).toEqual(['FLAGGED', 'ERRORED']);
  expect(by(2)).toEqual(WAITING_FOR_A_PERSON);
});
