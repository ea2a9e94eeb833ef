import { randomUUID } from 'node:crypto';
import { callerFor, identify } from '@gatehouse/api';
import { headers } from 'next/headers';
import { runtime } from './runtime.ts';

/** Calls procedures for the page that is being rendered, as whoever its request's cookies say. The same checks apply. */
export async function caller() {
  const { api, engine } = await runtime();
  const received = new Headers(await headers());
  received.delete('authorization');
  return callerFor({ engine, identities: identify(api, received), requestId: `page_${randomUUID()}`, network: 'page' });
}
