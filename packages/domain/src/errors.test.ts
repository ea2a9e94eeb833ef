import { expect, test } from 'vitest';
import { ERRORS, type ErrorCode, type ErrorData, isRefusal, Refusal } from './errors.ts';

const codes = Object.keys(ERRORS) as ErrorCode[];

test.each(codes)('%s has a status of HTTP, a sentence, and what to do', (code) => {
  const { http, message, hint } = ERRORS[code];
  expect(http).toBeGreaterThanOrEqual(400);
  expect(http).toBeLessThan(600);
  for (const words of [message, hint]) expect(words).toMatch(/^[A-Z].*\.$/);
});

test('a locked update and a stale version are conflicts', () => {
  expect(ERRORS.UPDATE_NOT_ALLOWED.http).toBe(409);
  expect(ERRORS.VERSION_CONFLICT.http).toBe(409);
});

test('a refusal is told from a fault, also when it was made by another copy of this module', () => {
  expect(isRefusal(new Refusal('GONE'))).toBe(true);
  expect(isRefusal(Object.assign(new Error('x'), { name: 'Refusal', code: 'GONE' }))).toBe(true);
  expect(isRefusal(Object.assign(new Error('x'), { name: 'Refusal', code: 'NO_SUCH_CODE' }))).toBe(false);
  expect(isRefusal(new Error('x'))).toBe(false);
  expect(isRefusal({ name: 'Refusal', code: 'GONE' })).toBe(false);
});

test('a refusal has the catalogue’s sentence unless it is given a better one', () => {
  expect(new Refusal('GONE').message).toBe(ERRORS.GONE.message);
  expect(new Refusal('TOO_LARGE', 'Send at most 10 MB.', { currentVersion: 3 })).toMatchObject({
    message: 'Send at most 10 MB.',
    data: { currentVersion: 3 },
    hint: ERRORS.TOO_LARGE.hint,
  });
  expect(new Refusal('NOT_FOUND', 'There is nothing here.', {}, 'Check the address.').hint).toBe('Check the address.');
});

test.each([
  ['INVALID_INPUT', 'issues', [{ path: 'email', message: 'Enter an email address.' }]],
  ['UPDATE_NOT_ALLOWED', 'allowed', ['viewProfile']],
  ['TRANSITION_NOT_ALLOWED', 'allowed', ['reject']],
] as const)('the hint of %s points at data.%s only where something is there', (code, key, there) => {
  const hintWith = (data: ErrorData): string => new Refusal(code, undefined, data).hint;
  expect(hintWith({ [key]: there })).toContain(`data.${key}`);
  for (const data of [{}, { [key]: [] }]) expect(hintWith(data)).not.toContain('data.');
});

test('the hint of a stale version names the current one, also where it is 0', () => {
  expect(new Refusal('VERSION_CONFLICT', undefined, { currentVersion: 0 }).hint).toContain('data.currentVersion');
  expect(new Refusal('VERSION_CONFLICT').hint).not.toContain('data.');
});
