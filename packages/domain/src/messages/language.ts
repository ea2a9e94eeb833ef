import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';
import { en } from './en/index.ts';
import type { Argument, Message, Translation } from './message.ts';
import { accented, pseudo } from './pseudo.ts';

/** A language of answers. */
export type Language = {
  /** The BCP 47 tag that callers ask for. */
  readonly tag: string;
  /** The BCP 47 tag for formatting dates, numbers, lists and country names. */
  readonly locale: string;
  readonly messages: Translation;
  /**
   * The translations of programs by their declared keys, such as `INDIVIDUAL.standard.fields.givenNames.label`.
   * Missing ones fall back to the declaration.
   */
  readonly programs?: Readonly<Record<string, string>>;
  /** The fallback for declared texts that `programs` lacks. */
  readonly untranslated?: (declared: string) => string;
};

export const ENGLISH: Language = { tag: 'en', locale: 'en-GB', messages: en };

/** The available languages. The first is the default. A new one is its file, and a line here. */
export const LANGUAGES: readonly Language[] = [ENGLISH];

/**
 * English with every letter accented: text without accents in a page or an answer was never translated. It is answered
 * to requests for `en-XA`, in any installation.
 */
let pseudoLanguage: Language | undefined;
const pseudoOnce = (): Language =>
  (pseudoLanguage ??= {
    tag: PSEUDO_TAG,
    locale: PSEUDO_TAG,
    messages: pseudo(en) as Translation,
    untranslated: accented,
  });

export const PSEUDO_TAG = 'en-XA';

/** The language of a tag; the first one by default. */
export const languageOf = (tag: string | undefined): Language =>
  tag === PSEUDO_TAG ? pseudoOnce() : (LANGUAGES.find((language) => language.tag === tag) ?? ENGLISH);

const formats = new Map<string, IntlMessageFormat>();

/** Formats a message in a language. */
export function say(language: Language, { key, args }: Message): string {
  const at = `${language.tag} ${key}`;
  let format = formats.get(at);
  if (!format) {
    format = new IntlMessageFormat(textAt(language.messages, key), language.locale, undefined, { ignoreTag: true });
    formats.set(at, format);
  }
  return String(format.format(args && said(language, args)));
}

/** A message in JSON, written by this version or an earlier one. */
export const StoredMessage = z.object({ key: z.string(), args: z.record(z.string(), z.unknown()).optional() });
export type StoredMessage = z.infer<typeof StoredMessage>;

/** A message as it was stored; null when the catalogue no longer has it, or one within it. */
export const storedMessage = (stored: StoredMessage): Message | null =>
  isSaid(stored) ? (stored as unknown as Message) : null;

const isSaid = ({ key, args = {} }: StoredMessage): boolean =>
  typeof textAt(en, key) === 'string' &&
  Object.values(args).every((value) => {
    const inner = StoredMessage.safeParse(value);
    return !inner.success || isSaid(inner.data);
  });

const textAt = (messages: Translation, key: string): string =>
  key.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], messages) as string;

const said = (language: Language, args: Readonly<Record<string, Argument>>): Record<string, string | number | Date> =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'object' && 'key' in value ? say(language, value) : value,
    ]),
  );
