import { type ApiRefusal, refusalOf } from '#lib/api.ts';

/** What is told about a call that came to nothing: what failed, what was kept, and how to speak of it. */
export type Problem = { readonly what: string; readonly kept: string; readonly reference?: string };

const KEPT = 'What you typed is still on this page.';

/** Told before a page is left without a connection, because the browser would show its own error page instead. */
export const OFFLINE: Problem = {
  what: 'We could not go on',
  kept: `You’re offline. ${KEPT} Try again when you’re connected.`,
};

export function problemOf(error: unknown, what: string): Problem {
  const refusal = refusalOf(error);
  if (!refusal) return { what, kept: `We could not reach the server. ${KEPT} Check your connection and try again.` };
  return { what, kept: `${refusal.message} ${KEPT}`, reference: refusal.requestId };
}

/** The refusal says that the page is no longer the right one: the status moved on, or the session ended. */
export const isOutdated = (refusal: ApiRefusal | null): boolean =>
  refusal?.code === 'UPDATE_NOT_ALLOWED' || refusal?.code === 'UNAUTHENTICATED';
