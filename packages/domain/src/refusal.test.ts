import { expect, test } from 'vitest';
import { ENGLISH, languageOf } from './messages/language.ts';
import { message } from './messages/message.ts';
import { faultRefusal, isRefusal, Refusal, sayRefusal } from './refusal.ts';

test('a refusal is distinguished from a fault, even when another copy of this module made it', () => {
  expect(isRefusal(new Refusal('GONE'))).toBe(true);
  expect(isRefusal(Object.assign(new Error('x'), { name: 'Refusal', code: 'GONE' }))).toBe(true);
  expect(isRefusal(Object.assign(new Error('x'), { name: 'Refusal', code: 'NO_SUCH_CODE' }))).toBe(false);
  expect(isRefusal(new Error('x'))).toBe(false);
  expect(isRefusal({ name: 'Refusal', code: 'GONE' })).toBe(false);
});

test('a refusal has the message of its code by default', () => {
  expect(new Refusal('GONE').message).toBe('This link has been used or has expired.');
  const tooLarge = new Refusal('TOO_LARGE', {
    says: message('refusals.documents.tooLarge', { megabytes: 10 }),
    data: { currentVersion: 3 },
  });
  expect(sayRefusal(tooLarge, ENGLISH)).toEqual({
    message: 'Use a file of at most 10 MB.',
    hint: 'Send less than the limit named in the message.',
    data: { currentVersion: 3 },
  });
  const hint = message('refusals.request.checkAddress');
  expect(sayRefusal(new Refusal('NOT_FOUND', { hint }), ENGLISH).hint).toBe('Check the address and the method.');
});

const hintOf = (...refused: ConstructorParameters<typeof Refusal>) => sayRefusal(new Refusal(...refused), ENGLISH).hint;

test.each([
  ['INVALID_INPUT', 'issues', [{ path: 'email', message: message('input.email') }]],
  ['UPDATE_NOT_ALLOWED', 'allowed', ['viewProfile']],
  ['TRANSITION_NOT_ALLOWED', 'allowed', ['reject']],
] as const)('the hint of %s points at data.%s only where something is there', (code, key, there) => {
  expect(hintOf(code, { data: { [key]: there } })).toContain(`data.${key}`);
  for (const data of [{}, { [key]: [] }]) expect(hintOf(code, { data })).not.toContain('data.');
});

test('the hint of a stale version names the current one, even if it is 0', () => {
  expect(hintOf('VERSION_CONFLICT', { data: { currentVersion: 0 } })).toContain('data.currentVersion');
  expect(hintOf('VERSION_CONFLICT')).not.toContain('data.');
});

test('a refusal is formatted in the requested language, with the problem of each field', () => {
  const field = Refusal.ofFields([{ path: 'profile.phone', message: message('input.phone') }]);
  const { message: said, hint, data } = sayRefusal(field, languageOf('en-XA'));
  expect(said).toMatch(/^Éñţéŕ å þĥöñé ñûɱƀéŕ/);
  expect(hint).toMatch(/^Šéé/);
  expect(data.issues).toEqual([{ path: 'profile.phone', message: said }]);
});

test('a refusal has the message of a single problem, and that of its code for several', () => {
  const required = (...path: string[]) => ({ code: 'invalid_type', expected: 'string', path, message: '' }) as const;
  expect(Refusal.ofInput([required('a')], {}).message).toBe('a is required.');
  expect(Refusal.ofInput([required('a')], { a: 7 }).message).toBe('a must be a text.');
  expect(Refusal.ofInput([required('a'), required('b')], {}).message).toBe('Something in the request is not valid.');
});

test('a fault reveals its known outcome and not its cause', () => {
  const cause = new Error('canary');
  const fault = faultRefusal('UNAVAILABLE', 'UNCHANGED', cause);
  expect(fault.cause).toBe(cause);
  expect(sayRefusal(fault, ENGLISH)).toEqual({
    message: 'Gatehouse cannot be used at the moment. Nothing was changed.',
    hint: 'Try again. Try again in a few seconds.',
    data: { outcome: 'UNCHANGED' },
  });
});
