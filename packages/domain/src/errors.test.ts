import { expect, test } from 'vitest';
import { ERRORS, type ErrorCode } from './errors.ts';
import { ENGLISH } from './messages/language.ts';

const codes = Object.keys(ERRORS) as ErrorCode[];

test.each(codes)('%s has an HTTP status, a message and a hint', (code) => {
  const { http } = ERRORS[code];
  expect(http).toBeGreaterThanOrEqual(400);
  expect(http).toBeLessThan(600);
  const { message, hint } = ENGLISH.messages.errors[code];
  for (const words of [message, hint]) expect(words).toMatch(/^[A-Z].*\.$/);
});

test('a locked update and a stale version are conflicts', () => {
  expect(ERRORS.UPDATE_NOT_ALLOWED.http).toBe(409);
  expect(ERRORS.VERSION_CONFLICT.http).toBe(409);
});
