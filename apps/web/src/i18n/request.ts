import { languageAsked } from '@gatehouse/api';
import { type Language, languageOf, type Translation } from '@gatehouse/domain';
import compile from 'icu-minify/compile';
import { headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';

/** The areas of the catalogue that pages use. The domain uses the others outside of pages. */
const AREAS = ['documentKinds', 'photoQuality', 'portal', 'ui'] as const satisfies readonly (keyof Translation)[];

/**
 * The language that a page's request prefers. Messages are sent compiled, so that browsers need no parser;
 * `next.config.ts` replaces the parsing formatter with the one for compiled messages.
 */
export default getRequestConfig(async () => {
  const language = languageOf(languageAsked(new Headers(await headers())));
  return { locale: language.locale, messages: compiledOnce(language), timeZone: 'UTC' };
});

type Compiled = { readonly [key: string]: ReturnType<typeof compile> | Compiled };
const known = new Map<string, Compiled>();

function compiledOnce({ tag, messages }: Language): Compiled {
  const found = known.get(tag) ?? Object.fromEntries(AREAS.map((area) => [area, compiled(messages[area])]));
  known.set(tag, found);
  return found;
}

/** The compiler's objects have no prototype, and React sends only plain ones to the browser; a clone is plain. */
const compiled = (messages: object): Compiled =>
  Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === 'string' ? structuredClone(compile(value)) : compiled(value),
    ]),
  );
