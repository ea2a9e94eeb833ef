import { z } from 'zod';
import { DURATIONS } from '../customer/durations.ts';
import { type Message, message } from '../messages/message.ts';
import { address } from '../profile/address.ts';
import { choice } from '../profile/input-kinds.ts';
import { ageOn, birthDateProblem, calendarDate, country, MINIMUM_AGE, phone } from '../profile/rules.ts';
import { line } from '../profile/text.ts';
import { type FieldProblem, field } from './field.ts';
import { defineProgram } from './program.ts';

/** The fields on every identity document, and those on documents that a state issues to its citizens. */
const HOLDER = ['givenNames', 'familyName', 'birthDate'] as const;
const NATIONAL = [...HOLDER, 'nationality'] as const;

const nationalId = z.strictObject({
  country,
  type: choice({
    NATIONAL_ID: 'National identity number',
    TAX_ID: 'Tax number',
    SOCIAL_SECURITY: 'Social security number',
  }),
  number: line(40),
});

const clarify = (says: Message): FieldProblem => ({ says, outcome: { ask: 'CLARIFICATION' } });
const hasLetters = (name: string): FieldProblem | null =>
  /\p{L}/u.test(name) ? null : clarify(message('input.noLetters'));

/** The highest proven age is 122; above this age the year is a typing error. */
const OLDEST = 120;

function judgeAge(born: string, today: string): FieldProblem | null {
  if (born > today) return clarify(message('input.birthDateInFuture'));
  const age = ageOn(born, today);
  if (age < MINIMUM_AGE) return { says: message('input.youngerThan', { age: MINIMUM_AGE }), outcome: 'failed' };
  return age > OLDEST ? clarify(message('input.bornTooEarly')) : null;
}

/** The standard program for individuals. */
export const individual = defineProgram({
  type: 'INDIVIDUAL',
  name: 'standard',
  pages: {
    name: { title: 'Your name', hint: 'As it stands on your identity document.' },
    birthDate: { title: 'Date of birth', hint: 'For example, 27 3 1985.' },
    phone: { title: 'Phone number', hint: 'With the country code, like +44 20 7946 0958.' },
    address: {
      title: 'Home address',
      hint: 'Where you live, not a PO box.',
      ready: 'Your address as it stands on your letters',
    },
    nationality: { title: 'Nationality', hint: 'If you have several, choose the one of the document you will show.' },
    money: { title: 'Work and money', hint: 'We must ask this by law. It does not affect what you pay.' },
  },
  fields: {
    givenNames: field(line(80), {
      label: 'Given names',
      page: 'name',
      required: true,
      input: { autoComplete: 'given-name' },
      judge: hasLetters,
    }),
    familyName: field(line(80), {
      label: 'Family name',
      page: 'name',
      required: true,
      input: { autoComplete: 'family-name' },
      judge: hasLetters,
    }),
    birthDate: field(calendarDate, {
      label: 'Date of birth',
      page: 'birthDate',
      required: true,
      input: { autoComplete: 'bday' },
      lines: ['{birthDate}, {age} years old'],
      judge: judgeAge,
      refuse: birthDateProblem,
    }),
    phone: field(phone, {
      label: 'Phone number',
      page: 'phone',
      required: true,
      input: { autoComplete: 'tel', chars: 20 },
    }),
    address: field(address, {
      label: 'Home address',
      page: 'address',
      required: true,
      lines: ['{line1}', '{line2}', '{postalCode} {city}', '{region}', '{country}'],
      parts: {
        line1: {
          label: 'Address line 1',
          autoComplete: 'address-line1',
          missing: 'Enter the first line of your address.',
        },
        line2: { label: 'Address line 2', autoComplete: 'address-line2' },
        city: { label: 'Town or city', autoComplete: 'address-level2', chars: 28 },
        region: { label: 'State, county or region', autoComplete: 'address-level1', chars: 28 },
        postalCode: {
          label: 'Postcode',
          hint: 'If your country has none, write “none”.',
          autoComplete: 'postal-code',
          chars: 10,
        },
        country: { label: 'Country', autoComplete: 'country', missing: 'Choose the country you live in.' },
      },
    }),
    nationality: field(country, {
      label: 'Nationality',
      page: 'nationality',
      required: true,
      input: { missing: 'Choose your nationality.' },
    }),
    nationalId: field(nationalId, {
      label: 'National identity number',
      page: 'nationality',
      required: false,
      lines: ['{number}', '{type}, {country}'],
      parts: {
        country: { label: 'Country that issued it', missing: 'Choose the country that issued the number.' },
        type: { label: 'Kind of number', missing: 'Choose the kind of number.' },
        number: { label: 'Number', chars: 20, missing: 'Enter the number itself.' },
      },
    }),
    employment: field(
      choice({
        EMPLOYED: 'Employed',
        SELF_EMPLOYED: 'Self-employed',
        STUDENT: 'Student',
        RETIRED: 'Retired',
        NOT_WORKING: 'Not working',
      }),
      {
        label: 'Employment',
        page: 'money',
        required: true,
        input: { missing: 'Choose what describes your work.' },
      },
    ),
    sourceOfFunds: field(
      choice({
        SALARY: 'Salary',
        BUSINESS_INCOME: 'Business income',
        SAVINGS: 'Savings',
        PENSION: 'Pension or benefits',
        INVESTMENTS: 'Investments',
        GIFT_OR_INHERITANCE: 'Gift or inheritance',
      }),
      { label: 'Where your money comes from', page: 'money', required: true },
    ),
    accountPurpose: field(
      choice({
        EVERYDAY: 'Everyday payments',
        SAVINGS: 'Saving',
        BUSINESS: 'Running a business',
        FAMILY: 'Supporting family',
        INVESTING: 'Investing',
      }),
      { label: 'What you will use the account for', page: 'money', required: true },
    ),
    expectedVolume: field(
      choice({
        UP_TO_1K: 'Up to 1,000 a month',
        UP_TO_10K: '1,000 to 10,000 a month',
        UP_TO_50K: '10,000 to 50,000 a month',
        OVER_50K: 'Over 50,000 a month',
      }),
      { label: 'How much you expect to move', page: 'money', required: true },
    ),
  },
  documents: {
    PASSPORT: NATIONAL,
    DRIVING_LICENCE: HOLDER,
    NATIONAL_ID: NATIONAL,
    RESIDENCE_PERMIT: NATIONAL,
    PROOF_OF_ADDRESS: ['address'],
    OTHER: [],
  },
  declaration: {
    versions: {
      '2026-11':
        'I confirm that what I have given is true and complete, that I act for myself, and that I agree to it being checked.',
    },
    current: '2026-11',
  },
  checks: { profile: 'ALWAYS', document: 'ALWAYS', identity: 'ALWAYS', manual: 'BY_POLICY' },
  durations: DURATIONS.INDIVIDUAL,
  identifiedBy: HOLDER,
  sandboxField: 'familyName',
  displayName: ({ givenNames, familyName }) => [givenNames, familyName].filter(Boolean).join(' '),
});
