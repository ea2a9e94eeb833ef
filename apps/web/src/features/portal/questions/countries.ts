import type { Option } from '@gatehouse/domain';
import { country } from '@gatehouse/domain';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const known = new Map<string, readonly Option[]>();

/** All countries that the domain accepts, named and sorted in the reader's language. */
export function countries(locale: string): readonly Option[] {
  const found = known.get(locale) ?? listed(locale);
  known.set(locale, found);
  return found;
}

function listed(locale: string): Option[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .filter((code) => country.safeParse(code).success)
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((one, other) => one.label.localeCompare(other.label, locale));
}
