import type { PortalSession } from '@gatehouse/domain';
import { CUSTOMER_PRESENTATION, isRefusal } from '@gatehouse/domain';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { readAsVisitor } from '#server/caller.ts';

/** Nobody is signed in, or only a colleague at the desk of the same browser. */
const NO_CUSTOMER: ReadonlySet<string> = new Set(['UNAUTHENTICATED', 'NOT_PERMITTED']);

/** The session behind this request, read once for the frame and the page together; null when no customer is signed in. */
export const currentSession = cache(async (): Promise<PortalSession | null> => {
  try {
    return await readAsVisitor((call) => call.portal.session());
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    if (isRefusal(cause) && NO_CUSTOMER.has(cause.code)) return null;
    throw error;
  }
});

/** The session of a page on which the profile is filled in. In any other status the status itself says what is next. */
export async function profileSession(): Promise<PortalSession | null> {
  const session = await currentSession();
  if (session && CUSTOMER_PRESENTATION[session.customer.customerStatus].screen !== 'profile') redirect('/portal');
  return session;
}
