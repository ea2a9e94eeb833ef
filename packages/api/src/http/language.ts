import { ENGLISH, LANGUAGES, PSEUDO_TAG } from '@gatehouse/domain';
import Negotiator from 'negotiator';

const TAGS = LANGUAGES.map(({ tag }) => tag);

/**
 * The tag of the language that a request asks for by `Accept-Language`, and of English where it asks for none that there
 * is. The pseudo-language is answered only to a request that prefers it, because `*` and `en` would take it as well.
 */
export function languageAsked(headers: Headers): string {
  const asked = new Negotiator({ headers: { 'accept-language': headers.get('accept-language') ?? undefined } });
  if (asked.languages()[0]?.toLowerCase() === PSEUDO_TAG.toLowerCase()) return PSEUDO_TAG;
  return asked.language(TAGS) ?? ENGLISH.tag;
}
