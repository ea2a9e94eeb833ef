import { ENGLISH, type InputIssue, individual, messageOfIssue, questionOf, questionsOf, say } from '@gatehouse/domain';
import { describe, expect, test } from 'vitest';
import { countries } from './countries.ts';
import { fieldErrors } from './field-errors.ts';
import { fromProfile, toPatch } from './values.ts';

const english = (issue: InputIssue, value: unknown): string => say(ENGLISH, messageOfIssue(issue, value));

const PROFILE = {
  givenNames: 'Anna',
  familyName: 'Specimen',
  birthDate: '1990-05-07',
  phone: '+442079460958',
  address: { line1: '1 Example Street', city: 'London', postalCode: 'N1 1AA', country: 'GB' },
  nationality: 'GB',
  nationalId: { country: 'GB', type: 'TAX_ID', number: 'AB123' },
  employment: 'EMPLOYED',
  sourceOfFunds: 'SALARY',
  accountPurpose: 'EVERYDAY',
  expectedVolume: 'UP_TO_1K',
};

describe.each(questionsOf(individual.view))('$field', (question) => {
  const field = question.field as keyof typeof individual.fields;
  const { schema } = individual.fields[field];

  test('a stored value is unchanged after a round trip through its inputs', () => {
    const values = fromProfile([question], PROFILE);
    expect(toPatch([question], values)).toEqual({ [field]: PROFILE[field] });
    expect(schema.safeParse(toPatch([question], values)[field]).success).toBe(true);
  });

  test('an empty answer is refused beside its input, or clears an optional field', () => {
    const patch = toPatch([question], fromProfile([question], {}));
    if (question.optional) return expect(patch).toEqual({ [field]: null });
    const refused = schema.safeParse(patch[field]);
    const issues = refused.error?.issues.map((issue) => ({
      path: ['profile', field, ...issue.path].join('.'),
      message: english(issue, patch[field]),
    }));
    const { errors, others } = fieldErrors([question], {}, issues ?? []);
    expect(others).toEqual([]);
    expect(errors.map((error) => error.field)).toEqual(
      question.inputs.filter((input) => !input.optional).map((input) => input.name),
    );
    for (const { message } of errors) expect(message).toMatch(/^(Enter|Choose) .*\.$/);
  });

  test('every choice has its own label', () => {
    for (const option of question.inputs.flatMap((input) => input.options ?? []))
      expect(option.label).not.toBe(option.value);
  });
});

test('a number without country and kind is refused for both', () => {
  const question = questionOf('nationalId', individual.fields.nationalId);
  const patch = toPatch([question], { 'nationalId.number': '12' });
  const issues = individual.fields.nationalId.schema.safeParse(patch.nationalId).error?.issues ?? [];
  const found = issues.map((issue) => ({
    path: `profile.nationalId.${issue.path.join('.')}`,
    message: english(issue, patch.nationalId),
  }));
  const { errors } = fieldErrors([question], { 'nationalId.number': '12' }, found);
  expect(errors.map((error) => error.field)).toEqual(['nationalId.country', 'nationalId.type']);
});

test('every country has a name, sorted alphabetically', () => {
  const labels = countries('en-GB').map((option) => option.label);
  expect(labels.length).toBeGreaterThan(240);
  expect(countries('en-GB').every(({ value, label }) => value !== label)).toBe(true);
  expect(labels).toEqual(labels.toSorted((one, other) => one.localeCompare(other, 'en-GB')));
});
