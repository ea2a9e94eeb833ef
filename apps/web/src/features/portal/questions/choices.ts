import { ACCOUNT_PURPOSE, EMPLOYMENT, EXPECTED_VOLUME, NATIONAL_ID_TYPE, SOURCE_OF_FUNDS } from '@gatehouse/domain';
import type { Option } from './question.ts';

const TABLES: readonly Readonly<Record<string, string>>[] = [
  EMPLOYMENT,
  SOURCE_OF_FUNDS,
  ACCOUNT_PURPOSE,
  EXPECTED_VOLUME,
  NATIONAL_ID_TYPE,
];

/** The words for the values that a schema allows; a table which is not known here is read from its values. */
export function optionsOf(values: readonly string[]): Option[] {
  const table = TABLES.find((each) => values.every((value) => value in each));
  return values.map((value) => ({ value, label: table?.[value] ?? plain(value) }));
}

/** `SELF_EMPLOYED` as "Self employed". */
const plain = (value: string): string => {
  const words = value.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
