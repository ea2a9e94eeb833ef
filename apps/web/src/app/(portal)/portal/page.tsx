import type { Metadata } from 'next';
import { StatusScreen } from '#features/portal/status/screen.tsx';
import { currentSession } from './current-session.ts';
import { SignedOut } from './signed-out.tsx';

/** The tab says where the customer stands, so that a change shows even while it is in the background. */
export async function generateMetadata(): Promise<Metadata> {
  const session = await currentSession();
  return session ? { title: { absolute: session.heading } } : {};
}

/** Where the customer stands, and what is next. */
export default async function StatusPage() {
  const session = await currentSession();
  return session ? <StatusScreen session={session} now={Date.now() + session.clockOffset} /> : <SignedOut />;
}
