import type { Option } from '@gatehouse/domain';
import { country } from '@gatehouse/domain';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
let known: readonly Option[] | undefined;

/** Every country that the domain accepts, by its English name, in the order of the alphabet. */
export function countries(): readonly Option[] {
  known ??= LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .filter((code) => country.safeParse(code).success)
    .map((value) => ({ value, label: countryName(value) }))
    .sort((one, other) => one.label.localeCompare(other.label, 'en'));
  return known;
}

export const countryName = (code: string): string => names.of(code) ?? code;
