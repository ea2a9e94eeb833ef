import { expect, test } from 'vitest';
import { pastedDate } from './form-values.ts';

test.each(['27/3/1985', '27.03.1985', ' 27 3 1985 ', '27-3-1985', '1985-03-27'])('%j fills three inputs', (pasted) => {
  const boxes = pastedDate('birthDate-day', pasted);
  expect(Object.values(boxes ?? {}).map(Number)).toEqual([27, 3, 1985]);
  expect(Object.keys(boxes ?? {})).toEqual(['birthDate-day', 'birthDate-month', 'birthDate-year']);
});

test.each([
  ['birthDate-day', '27'],
  ['birthDate-day', 'March'],
  ['birthDate-month', '27/3/1985'],
  ['givenNames', '27/3/1985'],
])('%s pastes %j unchanged', (name, pasted) => {
  expect(pastedDate(name, pasted)).toBeNull();
});
