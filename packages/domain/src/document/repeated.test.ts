import { expect, test } from 'vitest';
import { ENGLISH, say } from '../messages/language.ts';
import { repeatedMessages } from './repeated.ts';

const said = (...given: Parameters<typeof repeatedMessages>) => {
  const { message, advice } = repeatedMessages(...given);
  return { message: say(ENGLISH, message), advice: say(ENGLISH, advice) };
};

const passport = { kind: 'PASSPORT', side: 'FRONT', type: 'image/jpeg' } as const;

test('the same file for the same side was already checked', () => {
  expect(said(passport, passport)).toEqual({
    message: 'This is the same picture as before.',
    advice: expect.stringContaining('looked at it already'),
  });
  expect(said({ ...passport, type: 'application/pdf' }, passport).message).toBe('This is the same file as before.');
});

test('the same file for another side may be a mistake, and the warning names that side', () => {
  const back = { kind: 'DRIVING_LICENCE', side: 'BACK', type: 'image/png' } as const;
  expect(said(back, { ...back, side: 'FRONT' })).toEqual({
    message: 'This is the same picture as the front of the driving licence.',
    advice: expect.stringContaining('right one'),
  });
});
