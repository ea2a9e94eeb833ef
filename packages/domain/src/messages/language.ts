import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './en/index.ts';
import type { Argument, Message, Translation } from './message.ts';
import { accented, pseudo } from './pseudo.ts';

/** A language that somebody may be answered in. */
export type Language = {
  /** The BCP 47 tag that somebody asks for. */
  readonly tag: string;
  /** The BCP 47 tag by which dates, numbers, lists and names of countries are written. */
  readonly locale: string;
  readonly messages: Translation;
  /**
   * The words of programs, each under the key that its declaration gives it, such as
   * `INDIVIDUAL.standard.fields.givenNames.label`. What is left out is said as it is declared.
   */
  readonly programs?: Readonly<Record<string, string>>;
  /** How a declared word that is not among `programs` is said. */
  readonly untranslated?: (declared: string) => string;
};

export const ENGLISH: Language = { tag: 'en', locale: 'en-GB', messages: en };

/** The languages there are, the first one for everyone who asks for none of them. A new one is its file, and a line here. */
export const LANGUAGES: readonly Language[] = [ENGLISH];

/**
 * English with every letter accented: what stands in a page or an answer without accents was never translated. Whoever
 * asks for `en-XA` gets it, so that it can be looked at in any installation.
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

/** The language of a tag; the first one where there is none. */
export const languageOf = (tag: string | undefined): Language =>
  tag === PSEUDO_TAG ? pseudoOnce() : (LANGUAGES.find((language) => language.tag === tag) ?? ENGLISH);

const formats = new Map<string, IntlMessageFormat>();

/** Says a message in a language. */
export function say(language: Language, { key, args }: Message): string {
  const at = `${language.tag} ${key}`;
  let format = formats.get(at);
  if (!format) {
    format = new IntlMessageFormat(textAt(language.messages, key), language.locale, undefined, { ignoreTag: true });
    formats.set(at, format);
  }
  return String(format.format(args && said(language, args)));
}

const textAt = (messages: Translation, key: string): string =>
  key.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], messages) as string;

const said = (language: Language, args: Readonly<Record<string, Argument>>): Record<string, string | number | Date> =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'object' && 'key' in value ? say(language, value) : value,
    ]),
  );
