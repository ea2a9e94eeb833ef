import { z } from 'zod';

/** No NUL bytes and no lone surrogates: Postgres refuses the first, and the second cannot be written as UTF-8. */
const storable = (value: string): boolean => value.isWellFormed() && !value.includes('\0');

/**
 * A line of text a person typed, 1 to `max` characters. Scripts, formulas and right-to-left overrides are text like any
 * other: they are stored as they are and shown as text.
 */
export const line = (max: number) =>
  z
    .string()
    .max(max, `Use at most ${max} characters.`)
    .refine(storable, 'Contains characters that cannot be stored.')
    .transform((value) => value.normalize('NFC').trim())
    .refine((value) => value.length > 0, 'Enter a value.')
    .refine((value) => !/[\r\n]/.test(value), 'Use one line.');

/** Several lines of text, with the same care. */
export const prose = (max: number) =>
  z
    .string()
    .max(max, `Use at most ${max} characters.`)
    .refine(storable, 'Contains characters that cannot be stored.')
    .transform((value) => value.normalize('NFC').trim())
    .refine((value) => value.length > 0, 'Enter a value.');
