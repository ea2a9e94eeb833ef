import { z } from 'zod';
import { isPoBox } from './po-box.ts';
import { postcodeProblem } from './postcodes.ts';
import { calendarDate, country, phone } from './rules.ts';
import { line } from './text.ts';

/** A choice of the profile: the stored value and the words for a person. */
type Choices = Readonly<Record<string, string>>;
const choice = <const C extends Choices>(choices: C) =>
  z.enum(
    Object.keys(choices) as [Extract<keyof C, string>, ...Extract<keyof C, string>[]],
    'Choose one of the options.',
  );

export const EMPLOYMENT = {
  EMPLOYED: 'Employed',
  SELF_EMPLOYED: 'Self-employed',
  STUDENT: 'Student',
  RETIRED: 'Retired',
  NOT_WORKING: 'Not working',
} as const;
export const SOURCE_OF_FUNDS = {
  SALARY: 'Salary',
  BUSINESS_INCOME: 'Business income',
  SAVINGS: 'Savings',
  PENSION: 'Pension or benefits',
  INVESTMENTS: 'Investments',
  GIFT_OR_INHERITANCE: 'Gift or inheritance',
} as const;
export const ACCOUNT_PURPOSE = {
  EVERYDAY: 'Everyday payments',
  SAVINGS: 'Saving',
  BUSINESS: 'Running a business',
  FAMILY: 'Supporting family',
  INVESTING: 'Investing',
} as const;
export const EXPECTED_VOLUME = {
  UP_TO_1K: 'Up to 1,000 a month',
  UP_TO_10K: '1,000 to 10,000 a month',
  UP_TO_50K: '10,000 to 50,000 a month',
  OVER_50K: 'Over 50,000 a month',
} as const;
export const NATIONAL_ID_TYPE = {
  NATIONAL_ID: 'National identity number',
  TAX_ID: 'Tax number',
  SOCIAL_SECURITY: 'Social security number',
} as const;

/** A place where someone lives, with a postcode that its country may have, where that country's form is known. */
const address = z
  .strictObject({
    line1: line(120),
    line2: line(120).optional(),
    city: line(80),
    region: line(80).optional(),
    postalCode: line(20),
    country,
  })
  .superRefine(({ line1, line2 = '', postalCode, country: code }, context) => {
    const box = isPoBox(line1) ? 'line1' : isPoBox(line2) ? 'line2' : null;
    if (box) context.addIssue({ code: 'custom', path: [box], ...PO_BOX });
    const message = postcodeProblem(postalCode, code);
    if (message) context.addIssue({ code: 'custom', path: ['postalCode'], message });
  });

/** A check that finds one asks for it by the requirement's code. */
const PO_BOX = {
  message: 'Give the address where you live, not a PO box.',
  params: { requirementCode: 'ADDRESS_PO_BOX' },
};

const nationalId = z.strictObject({ country, type: choice(NATIONAL_ID_TYPE), number: line(40) });

/**
 * The data of an individual, field by field: how it is validated, what it is called, and whether the gate asks for it.
 * The portal's pages, the gate, the update's input and a requirement's target all read this table. `part` groups the
 * fields that a person answers on one page.
 */
export const INDIVIDUAL_FIELDS = {
  givenNames: { schema: line(80), label: 'Given names', part: 'name', required: true },
  familyName: { schema: line(80), label: 'Family name', part: 'name', required: true },
  birthDate: { schema: calendarDate, label: 'Date of birth', part: 'birthDate', required: true },
  phone: { schema: phone, label: 'Phone number', part: 'phone', required: true },
  address: { schema: address, label: 'Home address', part: 'address', required: true },
  nationality: { schema: country, label: 'Nationality', part: 'nationality', required: true },
  nationalId: { schema: nationalId, label: 'National identity number', part: 'nationality', required: false },
  employment: { schema: choice(EMPLOYMENT), label: 'Employment', part: 'money', required: true },
  sourceOfFunds: {
    schema: choice(SOURCE_OF_FUNDS),
    label: 'Where your money comes from',
    part: 'money',
    required: true,
  },
  accountPurpose: {
    schema: choice(ACCOUNT_PURPOSE),
    label: 'What you will use the account for',
    part: 'money',
    required: true,
  },
  expectedVolume: {
    schema: choice(EXPECTED_VOLUME),
    label: 'How much you expect to move',
    part: 'money',
    required: true,
  },
} as const satisfies Record<string, { schema: z.ZodType; label: string; part: string; required: boolean }>;

export type IndividualField = keyof typeof INDIVIDUAL_FIELDS;
export const IndividualField = z.enum(Object.keys(INDIVIDUAL_FIELDS) as [IndividualField, ...IndividualField[]]);

type Schemas = { [F in IndividualField]: (typeof INDIVIDUAL_FIELDS)[F]['schema'] };
const shape = Object.fromEntries(
  Object.entries(INDIVIDUAL_FIELDS).map(([key, field]) => [key, field.schema]),
) as unknown as Schemas;

/** What is stored: any subset of the fields, each valid. Unknown fields are refused. */
export const IndividualProfile = z.strictObject(shape).partial();
export type IndividualProfile = z.infer<typeof IndividualProfile>;

/** A change: named fields replace what is there, null empties a field, and what is not named stays. */
export const IndividualPatch = z.strictObject(
  Object.fromEntries(
    Object.entries(shape).map(([key, schema]) => [key, (schema as z.ZodType).nullable().optional()]),
  ) as unknown as {
    [F in IndividualField]: z.ZodOptional<z.ZodNullable<Schemas[F]>>;
  },
);
export type IndividualPatch = z.infer<typeof IndividualPatch>;

/** The pages on which a person answers, in order. */
export const INDIVIDUAL_PARTS = {
  name: { title: 'Your name', hint: 'As it stands on your identity document.' },
  birthDate: { title: 'Date of birth', hint: 'For example, 27 3 1985.' },
  phone: { title: 'Phone number', hint: 'With the country code, like +44 20 7946 0958.' },
  address: { title: 'Home address', hint: 'Where you live, not a PO box.' },
  nationality: { title: 'Nationality', hint: 'If you have several, choose the one of the document you will show.' },
  money: { title: 'Work and money', hint: 'We must ask this by law. It does not affect what you pay.' },
} as const;
export type IndividualPart = keyof typeof INDIVIDUAL_PARTS;

export const fieldsOf = (part: IndividualPart): IndividualField[] =>
  IndividualField.options.filter((field) => INDIVIDUAL_FIELDS[field].part === part);

/** Applies a validated change to a profile. */
export function applyPatch(profile: IndividualProfile, patch: IndividualPatch): IndividualProfile {
  const next: Record<string, unknown> = { ...profile };
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) delete next[field];
    else if (value !== undefined) next[field] = value;
  }
  return next as IndividualProfile;
}

/** The fields in which two profiles differ. */
export const changedFields = (before: IndividualProfile, after: IndividualProfile): IndividualField[] =>
  IndividualField.options.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
