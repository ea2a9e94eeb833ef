import { expect, test } from 'vitest';
import { repeatedWords } from './repeated.ts';

const passport = { kind: 'PASSPORT', side: 'FRONT', type: 'image/jpeg' } as const;

test('the same file in the same place was looked at before', () => {
  expect(repeatedWords(passport, passport)).toEqual({
    message: 'This is the same picture as before.',
    advice: expect.stringContaining('looked at it already'),
  });
  expect(repeatedWords({ ...passport, type: 'application/pdf' }, passport).message).toBe(
    'This is the same file as before.',
  );
});

test('the same file in another place may be a slip, and says which place', () => {
  const back = { kind: 'DRIVING_LICENCE', side: 'BACK', type: 'image/png' } as const;
  expect(repeatedWords(back, { ...back, side: 'FRONT' })).toEqual({
    message: 'This is the same picture as the front of the driving licence.',
    advice: expect.stringContaining('right one'),
  });
});
