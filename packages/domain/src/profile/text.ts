import { z } from 'zod';
import { type Message, message } from '../messages/message.ts';
import { issueOf, problem } from '../messages/of-issue.ts';

/** No NUL bytes and no lone surrogates: Postgres refuses the first, and the second cannot be written as UTF-8. */
const storable = (value: string): boolean => value.isWellFormed() && !value.includes('\0');

/**
 * Any text that can be stored, kept unchanged. Every text from outside builds on this schema, because other text would
 * fail in the database, or be altered there so that two different texts become equal.
 */
export const text = textOr();

/** The same, with a message for missing text. */
function textOr(missing?: string) {
  return z.string(missing).refine(storable, { error: problem('input.unstorable'), abort: true });
}

/** Control characters. Tabs and line breaks are the only ones that people type. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;
const CONTROL_OR_BREAK = /[\p{Cc}\p{Zl}\p{Zp}]/u;
/**
 * Spaces and invisible characters: zero-width and format characters, fillers, the Braille blank. They are valid beside
 * letters, such as the joiners of Persian and Indic names, but look empty alone. So do accents and vowel signs without
 * their letter.
 */
const ONLY_INVISIBLE = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{M}\u2800]*$/u;
/** Code points outside any script: noncharacters, private use and unassigned ones. */
const NO_CHARACTER = /[\p{Cn}\p{Co}]/u;

type Form = { readonly lines: 'one' | 'several'; readonly mayBeEmpty?: boolean; readonly isRead?: boolean };

/** The rule for all submitted texts: they contain a visible character and no control characters. */
function problemOf(value: string, { lines, mayBeEmpty = false, isRead = false }: Form): Message | null {
  if (!mayBeEmpty && ONLY_INVISIBLE.test(value)) return message('input.empty');
  if (lines === 'one' && /[\r\n]/.test(value)) return message('input.oneLine');
  const steers = (lines === 'one' ? CONTROL_OR_BREAK : CONTROL).test(value);
  return steers || (isRead && NO_CHARACTER.test(value)) ? message('input.controls') : null;
}

const rule =
  (form: Form) =>
  (value: string, context: z.RefinementCtx): void => {
    // Text that cannot be stored was already refused, and one message is enough.
    const found = storable(value) ? problemOf(value, form) : null;
    if (found) context.addIssue(issueOf(found));
  };

const typed = (max: number, missing?: string) =>
  textOr(missing)
    .max(max, problem('input.mostCharacters'))
    .transform((value) => value.normalize('NFC').trim());

/** Several lines of text, 1 to `max` characters. @param missing the message for empty text, as `problem` names it. */
export const prose = (max: number, missing?: string) => typed(max, missing).superRefine(rule({ lines: 'several' }));

/**
 * A line of text such as a name, of readable characters only. Scripts, formulas and right-to-left overrides are text
 * like any other: they are stored unchanged and shown as text.
 */
export const line = (max: number) => typed(max).superRefine(rule({ lines: 'one', isRead: true }));

/** A caller's own id or key, 1 to `max` characters, kept unchanged. */
export const token = (max: number) =>
  text.max(max, problem('input.mostCharacters')).superRefine(rule({ lines: 'one' }));

/** A caller's own text, up to `max` characters, kept unchanged. */
export const words = (max: number) =>
  text.max(max, problem('input.mostCharacters')).superRefine(rule({ lines: 'several', mayBeEmpty: true }));
