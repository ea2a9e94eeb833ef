import type { QuestionInput } from './question.ts';

type Words = Partial<Pick<QuestionInput, 'label' | 'hint' | 'autoComplete' | 'chars' | 'missing'>>;

/**
 * What the domain's table does not say about a box, by its name: the words of the parts of an address, how wide it is,
 * and what the browser may fill in. A field that is missing here is asked all the same, under its own label.
 */
export const WORDS: Readonly<Record<string, Words>> = {
  givenNames: { autoComplete: 'given-name' },
  familyName: { autoComplete: 'family-name' },
  phone: { autoComplete: 'tel', chars: 20 },
  'address.line1': {
    label: 'Address line 1',
    autoComplete: 'address-line1',
    missing: 'Enter the first line of your address.',
  },
  'address.line2': { label: 'Address line 2', autoComplete: 'address-line2' },
  'address.city': { label: 'Town or city', autoComplete: 'address-level2', chars: 28 },
  'address.region': { label: 'State, county or region', autoComplete: 'address-level1', chars: 28 },
  'address.postalCode': {
    label: 'Postcode',
    hint: 'If your country has none, write “none”.',
    autoComplete: 'postal-code',
    chars: 10,
  },
  'address.country': {
    label: 'Country',
    autoComplete: 'country',
    missing: 'Choose the country you live in.',
  },
  nationality: { missing: 'Choose your nationality.' },
  'nationalId.country': { label: 'Country that issued it', missing: 'Choose the country that issued the number.' },
  'nationalId.type': { label: 'Kind of number', missing: 'Choose the kind of number.' },
  'nationalId.number': { label: 'Number', chars: 20, missing: 'Enter the number itself.' },
  employment: { missing: 'Choose what describes your work.' },
};
