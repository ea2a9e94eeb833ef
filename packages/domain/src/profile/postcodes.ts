import { type Message, message } from '../messages/message.ts';

/** The postcode format of a country, in capitals, and an example. */
type PostcodeForm = { readonly form: RegExp; readonly like: string };

/**
 * The known formats by ISO 3166-1 code. A space or a hyphen inside is optional, because people write both. All other
 * countries accept any text: an address that cannot be entered is worse than a wrong one. Sources: the Universal
 * Postal Union's addressing sheets; for GB, BS 7666.
 */
const POSTCODES: Readonly<Record<string, PostcodeForm>> = {
  AT: { form: /^[1-9]\d{3}$/, like: '1010' },
  AU: { form: /^\d{4}$/, like: '2000' },
  BE: { form: /^[1-9]\d{3}$/, like: '1000' },
  BR: { form: /^\d{5}-?\d{3}$/, like: '01310-100' },
  CA: { form: /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]-?\d[ABCEGHJ-NPRSTV-Z]\d$/, like: 'K1A 0B1' },
  CH: { form: /^[1-9]\d{3}$/, like: '8001' },
  CZ: { form: /^[1-7]\d{4}$/, like: '110 00' },
  DE: { form: /^(?!00)\d{5}$/, like: '10115' },
  DK: { form: /^\d{4}$/, like: '1050' },
  ES: { form: /^(?:0[1-9]|[1-4]\d|5[0-2])\d{3}$/, like: '28013' },
  FI: { form: /^\d{5}$/, like: '00100' },
  FR: { form: /^(?:0[1-9]|[1-8]\d|9[0-8])\d{3}$/, like: '75001' },
  GB: {
    form: /^(?:GIR0AA|[A-PR-UWYZ](?:\d{1,2}|\d[A-HJKPS-UW]|[A-HK-Y]\d{1,2}|[A-HK-Y]\d[ABEHMNPRV-Y])\d[ABD-HJLNP-UW-Z]{2})$/,
    like: 'SW1A 1AA',
  },
  IE: { form: /^(?:[AC-FHKNPRTV-Y]\d{2}|D6W)[\dAC-FHKNPRTV-Y]{4}$/, like: 'D02 AF30' },
  IN: { form: /^[1-9]\d{5}$/, like: '110001' },
  IT: { form: /^\d{5}$/, like: '00184' },
  JP: { form: /^\d{3}-?\d{4}$/, like: '100-0001' },
  NL: { form: /^[1-9]\d{3}(?!S[ADS])[A-Z]{2}$/, like: '1012 AB' },
  NO: { form: /^\d{4}$/, like: '0150' },
  PL: { form: /^\d{2}-?\d{3}$/, like: '00-001' },
  PT: { form: /^[1-9]\d{3}-?\d{3}$/, like: '1100-148' },
  SE: { form: /^[1-9]\d{4}$/, like: '111 29' },
  US: { form: /^(?!000)\d{5}(?:-?\d{4})?$/, like: '10001' },
};

/** Normalises full-width digits and letters, lower case, and the many characters used as a hyphen. */
const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212\u30FC]/g, '-')
    .replace(/\s/g, '');

/** A postcode of zeros exists nowhere. */
const isZero = (typed: string): boolean => /^[0-]+$/.test(typed);

/** Null when the postcode is valid for the country, otherwise the message for the field. */
export function postcodeProblem(typed: string, country: string): Message | null {
  const known = Object.hasOwn(POSTCODES, country) ? POSTCODES[country] : undefined;
  if (!known) return null;
  const written = plain(typed);
  // A hyphen and a space are interchangeable.
  const isPossible = [written, written.replaceAll('-', '')].some((each) => known.form.test(each) && !isZero(each));
  return isPossible ? null : message('input.postcode', { example: known.like });
}

/** The countries with a known postcode format. */
export const POSTCODE_COUNTRIES: readonly string[] = Object.keys(POSTCODES);
