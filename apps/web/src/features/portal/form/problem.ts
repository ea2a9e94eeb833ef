import { type ApiRefusal, refusalOf } from '#lib/api.ts';

/** What is told about a call that came to nothing: what failed, what was kept, and how to speak of it. */
export type Problem = {
  readonly what: string;
  readonly kept: string;
  readonly reference?: string;
  /** Only the connection was missing: it is over once there is one again. */
  readonly passing?: boolean;
};

const KEPT = 'What you typed is still on this page.';

/** Told before a page is left without a connection, because the browser would show its own error page instead. */
export const OFFLINE: Problem = {
  what: 'We could not go on',
  kept: `You’re offline. ${KEPT} Try again when you’re connected.`,
  passing: true,
};

/** The server's own sentence for it is about keys, which no customer has. */
export const SIGNED_OUT = 'You’re signed out. Open a new link in another tab, then try again here.';

export function problemOf(error: unknown, what: string): Problem {
  const refusal = refusalOf(error);
  if (isSignedOut(refusal)) return { what, kept: `${SIGNED_OUT} ${KEPT}` };
  if (refusal) return { what, kept: `${refusal.message} ${KEPT}`, reference: refusal.requestId };
  const kept = `We could not reach the server. ${KEPT} Check your connection and try again.`;
  return { what, kept, passing: true };
}

/** The refusal says that the page is no longer the right one: the status moved on. */
export const isOutdated = (refusal: ApiRefusal | null): boolean => refusal?.code === 'UPDATE_NOT_ALLOWED';

/**
 * The session ended, here or in another tab. The page stays as it is: all tabs share one session, so a link that is opened
 * beside it lets this page go on with everything that was typed.
 */
export const isSignedOut = (refusal: ApiRefusal | null): boolean => refusal?.code === 'UNAUTHENTICATED';
