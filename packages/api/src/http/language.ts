import { ENGLISH, LANGUAGES, PSEUDO_TAG } from '@gatehouse/domain';
import Negotiator from 'negotiator';

const TAGS = LANGUAGES.map(({ tag }) => tag);

/**
 * The tag of the language that `Accept-Language` asks for, or of English if none matches. The pseudo-language is only
 * used if the request prefers it, because `*` and `en` would match it as well.
 */
export function languageAsked(headers: Headers): string {
  const asked = new Negotiator({ headers: { 'accept-language': headers.get('accept-language') ?? undefined } });
  if (asked.languages()[0]?.toLowerCase() === PSEUDO_TAG.toLowerCase()) return PSEUDO_TAG;
  return asked.language(TAGS) ?? ENGLISH.tag;
}
