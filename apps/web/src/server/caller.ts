import { randomUUID } from 'node:crypto';
import { callerFor, identify, languageAsked } from '@gatehouse/api';
import { headers } from 'next/headers';
import { runtime } from './runtime.ts';

type Caller = ReturnType<typeof callerFor>;

/**
 * Reads through procedures for the page that is being rendered, as the actor of its request's cookies. The same checks
 * apply.
 */
export async function readAsVisitor<T>(read: (call: Caller) => Promise<T>): Promise<T> {
  const { api, engine, pages } = await runtime();
  const received = new Headers(await headers());
  received.delete('authorization');
  const identities = identify(api, received);
  const language = languageAsked(received);
  const call = callerFor({ engine, identities, requestId: `page_${randomUUID()}`, network: 'page', language });
  return pages.read(() => read(call));
}
