import countries from 'i18n-iso-countries';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { z } from 'zod';
import { type Message, message } from '../messages/message.ts';
import { issueOf, problem } from '../messages/of-issue.ts';
import { inputKinds } from './input-kinds.ts';

/** The minimum age for verification, in whole years. */
export const MINIMUM_AGE = 18;

/**
 * A real calendar date, `YYYY-MM-DD`: 31 February is refused. Checks for the future need a clock and are made
 * elsewhere.
 */
export const calendarDate = z.iso.date(problem('input.date')).register(inputKinds, { kind: 'date' });

/** ISO 3166-1 alpha-2, upper case. The two letters are checked first, because the upper case of one `ß` is `SS`. */
export const country = z
  .string()
  .trim()
  .regex(/^[A-Za-z]{2}$/, problem('input.country'))
  .transform((value) => value.toUpperCase())
  .refine((value) => countries.isValid(value), problem('input.country'))
  .register(inputKinds, { kind: 'country' });

/**
 * E.164. Spaces, dots and brackets are removed; the number must be possible for its country. Text around a number and
 * an extension are refused rather than dropped, so that the stored number is what was typed. A leading 00 is read as
 * the plus: every number needs a country code, so it can mean nothing else.
 */
export const phone = z
  .string()
  .max(40, problem('input.phone'))
  .transform((value, context) => {
    const parsed = parsePhoneNumberFromString(value.trim().replace(/^00/, '+'), { extract: false });
    if (parsed?.isPossible() && parsed.ext === undefined) return parsed.number as string;
    context.addIssue(issueOf(message('input.phone')));
    return z.NEVER;
  })
  .register(inputKinds, { kind: 'tel' });

/** A stored number in the groups of its country, `+44 20 7946 0958`, for comparing with paper. */
export const formatPhone = (stored: string): string =>
  parsePhoneNumberFromString(stored)?.formatInternational() ?? stored;

/** Whole years between two calendar dates. A birthday on 29 February counts as 1 March in other years. */
export function ageOn(born: string, today: string): number {
  const [year = 0, month = 0, day = 0] = born.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = today.split('-').map(Number);
  const before = toMonth < month || (toMonth === month && toDay < day);
  return toYear - year - (before ? 1 : 0);
}

/** Null when the birth date is acceptable on `today`, otherwise the message for the field. */
export function birthDateProblem(born: string, today: string): Message | null {
  if (born > today) return message('input.bornInFuture');
  const age = ageOn(born, today);
  if (age < MINIMUM_AGE) return message('input.tooYoung', { age: MINIMUM_AGE });
  return age > 120 ? message('input.bornTooEarly') : null;
}
