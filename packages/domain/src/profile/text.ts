import { z } from 'zod';
import { type Message, message } from '../messages/message.ts';
import { issueOf, problem } from '../messages/of-issue.ts';

/** No NUL bytes and no lone surrogates: Postgres refuses the first, and the second cannot be written as UTF-8. */
const storable = (value: string): boolean => value.isWellFormed() && !value.includes('\0');

/**
 * Any text that can be stored, kept as it was sent. Every text that comes from outside starts from this one, because what
 * cannot be stored would otherwise fail in the database, or be altered there until two different texts are one.
 */
export const text = textOr();

/** The same, with the words that say what to give where nothing was given. */
function textOr(missing?: string) {
  return z.string(missing).refine(storable, { error: problem('input.unstorable'), abort: true });
}

/** Characters that steer a terminal or a printer. Tabs and line breaks are the only ones that people write. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;
const CONTROL_OR_BREAK = /[\p{Cc}\p{Zl}\p{Zp}]/u;
/**
 * Spaces and what is drawn as nothing: zero-width and format characters, fillers, the blank of Braille. Beside a letter
 * they have their use, as the joiners of Persian and Indic names do; alone they look like an empty box. So do accents
 * and vowel signs without the letter that they belong to.
 */
const ONLY_INVISIBLE = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{M}\u2800]*$/u;
/** Code points that are no character of any script: noncharacters, those of private use, and those still unassigned. */
const NO_CHARACTER = /[\p{Cn}\p{Co}]/u;

type Form = { readonly lines: 'one' | 'several'; readonly mayBeEmpty?: boolean; readonly isRead?: boolean };

/** The one rule for texts that people and programs give: something can be seen in them, and nothing steers. */
function problemOf(value: string, { lines, mayBeEmpty = false, isRead = false }: Form): Message | null {
  if (!mayBeEmpty && ONLY_INVISIBLE.test(value)) return message('input.empty');
  if (lines === 'one' && /[\r\n]/.test(value)) return message('input.oneLine');
  const steers = (lines === 'one' ? CONTROL_OR_BREAK : CONTROL).test(value);
  return steers || (isRead && NO_CHARACTER.test(value)) ? message('input.controls') : null;
}

const rule =
  (form: Form) =>
  (value: string, context: z.RefinementCtx): void => {
    // What cannot be stored was refused already, and one sentence about it is enough.
    const found = storable(value) ? problemOf(value, form) : null;
    if (found) context.addIssue(issueOf(found));
  };

const typed = (max: number, missing?: string) =>
  textOr(missing)
    .max(max, problem('input.mostCharacters'))
    .transform((value) => value.normalize('NFC').trim());

/** Several lines of text that a person typed, 1 to `max` characters. @param missing the words where there are none, as `problem` names them. */
export const prose = (max: number, missing?: string) => typed(max, missing).superRefine(rule({ lines: 'several' }));

/**
 * A line of text such as a name, with the same care, and of nothing but characters that somebody can read. Scripts, formulas
 * and right-to-left overrides are text like any other: they are stored as they are and shown as text.
 */
export const line = (max: number) => typed(max).superRefine(rule({ lines: 'one', isRead: true }));

/** A program's own id or key, 1 to `max` characters, kept exactly as it was sent. */
export const token = (max: number) =>
  text.max(max, problem('input.mostCharacters')).superRefine(rule({ lines: 'one' }));

/** A program's own words, up to `max` characters, kept exactly as they were sent. */
export const words = (max: number) =>
  text.max(max, problem('input.mostCharacters')).superRefine(rule({ lines: 'several', mayBeEmpty: true }));
