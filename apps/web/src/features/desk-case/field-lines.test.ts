import { individual, questionFor } from '@gatehouse/domain';
import { describe, expect, it } from 'vitest';
import { fieldLines } from './field-lines.ts';

const profile = {
  birthDate: '1990-11-22',
  address: { line1: '1 Example Street', city: 'London', postalCode: 'N1 1AA', country: 'GB' },
  nationalId: { country: 'PL', type: 'NATIONAL_ID', number: '90051712345' },
  employment: 'SELF_EMPLOYED',
} as const;
function lines(field: string) {
  const question = questionFor(individual.view, field);
  return question && fieldLines(question, profile, '2026-11-21');
}

describe('a field as text', () => {
  it('shows a date of birth with the age on that day', () =>
    expect(lines('birthDate')).toEqual(['22 November 1990, 35 years old']));
  it('shows an address line by line', () =>
    expect(lines('address')).toEqual(['1 Example Street', 'N1 1AA London', 'United Kingdom (GB)']));
  it('shows a number with its label', () =>
    expect(lines('nationalId')).toEqual(['90051712345', 'National identity number, Poland (PL)']));
  it('shows the label of a choice', () => expect(lines('employment')).toEqual(['Self-employed']));
  it('is empty without a value', () => expect(lines('phone')).toEqual([]));
});
