import { type Message, message } from '../messages/message.ts';

/** How a country writes its postcodes: which are possible, in capitals, and one that people know. */
type PostcodeForm = { readonly form: RegExp; readonly like: string };

/**
 * The countries whose form is known, by ISO 3166-1. A space or a hyphen inside may be left out or put in, because people
 * do both. Every other country takes whatever is written: an address that cannot be given is worse than one that is wrong.
 * Sources: the Universal Postal Union's addressing sheets; for GB, BS 7666.
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

/** Wide digits and letters as Japanese keyboards make them, small letters, and the many strokes that stand for a hyphen. */
const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212\u30FC]/g, '-')
    .replace(/\s/g, '');

/** Nobody delivers to zero, wherever it is. */
const isZero = (typed: string): boolean => /^[0-]+$/.test(typed);

/** Null when a country may have this postcode, otherwise the sentence for the field. */
export function postcodeProblem(typed: string, country: string): Message | null {
  const known = Object.hasOwn(POSTCODES, country) ? POSTCODES[country] : undefined;
  if (!known) return null;
  const written = plain(typed);
  // A hyphen where the country writes a space is the same slip as a space where it writes a hyphen.
  const isPossible = [written, written.replaceAll('-', '')].some((each) => known.form.test(each) && !isZero(each));
  return isPossible ? null : message('input.postcode', { example: known.like });
}

/** The countries whose postcodes are known. */
export const POSTCODE_COUNTRIES: readonly string[] = Object.keys(POSTCODES);
