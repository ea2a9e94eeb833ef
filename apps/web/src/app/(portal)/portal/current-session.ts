import type { PortalSession } from '@gatehouse/domain';
import { CUSTOMER_PRESENTATION, isRefusal } from '@gatehouse/domain';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { readAsVisitor } from '#server/caller.ts';

/** The codes of a request without a customer's session; the same browser may have a session of the desk. */
const NO_CUSTOMER: ReadonlySet<string> = new Set(['UNAUTHENTICATED', 'NOT_PERMITTED']);

/** The session of this request, read once for the frame and the page. Null when no customer is signed in. */
export const currentSession = cache(async (): Promise<PortalSession | null> => {
  try {
    return await readAsVisitor((call) => call.portal.session());
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    if (isRefusal(cause) && NO_CUSTOMER.has(cause.code)) return null;
    throw error;
  }
});

/** The session of a page that edits the profile. In any other status it redirects to the status page. */
export async function profileSession(): Promise<PortalSession | null> {
  const session = await currentSession();
  if (session && CUSTOMER_PRESENTATION[session.customer.customerStatus].screen !== 'profile') redirect('/portal');
  return session;
}
