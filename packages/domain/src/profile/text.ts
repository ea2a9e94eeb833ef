import { z } from 'zod';

/** No NUL bytes and no lone surrogates: Postgres refuses the first, and the second cannot be written as UTF-8. */
const storable = (value: string): boolean => value.isWellFormed() && !value.includes('\0');

/**
 * Any text that can be stored, kept as it was sent. Every text that comes from outside starts from this one, because what
 * cannot be stored would otherwise fail in the database, or be altered there until two different texts are one.
 */
export const text = z.string().refine(storable, 'Contains characters that cannot be stored.');

/** Several lines of text that a person typed, 1 to `max` characters. */
export const prose = (max: number) =>
  text
    .max(max, `Use at most ${max} characters.`)
    .transform((value) => value.normalize('NFC').trim())
    .refine((value) => value.length > 0, 'Enter a value.');

/**
 * A line of text, with the same care. Scripts, formulas and right-to-left overrides are text like any other: they are
 * stored as they are and shown as text.
 */
export const line = (max: number) => prose(max).refine((value) => !/[\r\n]/.test(value), 'Use one line.');
