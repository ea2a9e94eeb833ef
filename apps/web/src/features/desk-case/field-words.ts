import {
  ACCOUNT_PURPOSE,
  ageOn,
  EMPLOYMENT,
  EXPECTED_VOLUME,
  type IndividualField,
  type IndividualProfile,
  NATIONAL_ID_TYPE,
  SOURCE_OF_FUNDS,
} from '@gatehouse/domain';

const regions = new Intl.DisplayNames('en', { type: 'region' });
const country = (code: string): string => `${regions.of(code) ?? code} (${code})`;
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

type Words = {
  readonly [F in IndividualField]: (
    value: NonNullable<IndividualProfile[F]>,
    today: string,
  ) => string | readonly string[];
};

/** What each field says, in words for a person. Several lines come as several. */
const WORDS: Words = {
  givenNames: (value) => value,
  familyName: (value) => value,
  birthDate: (value, today) => `${day.format(Date.parse(value))}, ${ageOn(value, today)} years old`,
  phone: (value) => value,
  address: ({ line1, line2, city, region, postalCode, country: code }) =>
    [line1, line2, `${postalCode} ${city}`, region, country(code)].filter((line) => line !== undefined),
  nationality: country,
  nationalId: ({ country: code, type, number }) => [number, `${NATIONAL_ID_TYPE[type]}, ${country(code)}`],
  employment: (value) => EMPLOYMENT[value],
  sourceOfFunds: (value) => SOURCE_OF_FUNDS[value],
  accountPurpose: (value) => ACCOUNT_PURPOSE[value],
  expectedVolume: (value) => EXPECTED_VOLUME[value],
};

/** A field of a profile as lines to read; none when it was not given. `today` is `YYYY-MM-DD`. */
export function fieldLines(profile: IndividualProfile, field: IndividualField, today: string): readonly string[] {
  const value = profile[field];
  if (value === undefined) return [];
  // The table gives each field the words for its own value; TypeScript cannot follow that through a variable key.
  const lines = (WORDS[field] as (value: unknown, today: string) => string | readonly string[])(value, today);
  return typeof lines === 'string' ? [lines] : lines;
}
