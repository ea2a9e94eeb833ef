import { PAGE_OF, showId } from '@gatehouse/domain';
import { answerFor, type Engine } from '@gatehouse/engine';
import type { Identities } from '../context.ts';
import { languageAsked } from './language.ts';

/** The cookie that holds a customer's portal session. */
export const PORTAL_COOKIE = 'gatehouse_portal';

/** The key that a request sends, or null. The scheme's name is the same in any letter case (RFC 9110, section 11.1). */
export const bearerOf = (headers: Headers): string | null =>
  /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;

/**
 * The possible callers of a request, read from its headers on demand and only once. Apps and customers get answers in
 * the requested language; the desk is English.
 */
export function identitiesOf(
  headers: Headers,
  engine: Engine,
  staff: (headers: Headers) => ReturnType<Identities['staff']>,
): Identities {
  const key = bearerOf(headers);
  // A request with a key is an app's: its cookies are ignored.
  const session = key ? null : cookie(headers, PORTAL_COOKIE);
  const language = languageAsked(headers);
  return {
    app: lazy(async () => {
      const actor = key ? await engine.apiKeys.authenticate(key) : null;
      return actor && { ...actor, language };
    }),
    customer: lazy(async () => {
      const actor = session ? await engine.portal.authenticate(session) : null;
      const page = headers.get(PAGE_OF);
      const isOther = page !== null && actor && page !== showId('customer', actor.customerId);
      return actor && !isOther ? { ...actor, language } : null;
    }),
    // A request with a key is an app's, and one of a customer's page is that customer's: neither uses a staff session.
    staff: lazy(async () => (key || headers.has(PAGE_OF) ? null : staff(headers))),
  };
}

/** The caller is looked up before any work, so a failure here changed nothing. */
function lazy<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined;
  return () => {
    found ??= find().catch((error: unknown) => {
      throw answerFor(error, 'UNCHANGED');
    });
    return found;
  };
}

export function cookie(headers: Headers, name: string): string | null {
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return decoded(value.join('='));
  }
  return null;
}

/** A value that cannot be decoded is not a session. */
function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
