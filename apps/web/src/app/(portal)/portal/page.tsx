import type { Metadata } from 'next';
import { StatusScreen } from '#features/portal/status/screen.tsx';
import { currentSession } from './current-session.ts';
import { SignedOut } from './signed-out.tsx';

/** The title shows the status, so that a change can be seen in a background tab. */
export async function generateMetadata(): Promise<Metadata> {
  const session = await currentSession();
  return session ? { title: { absolute: session.heading } } : {};
}

/** The customer's status, and what is next. */
export default async function StatusPage() {
  const session = await currentSession();
  return session ? <StatusScreen session={session} now={Date.now() + session.clockOffset} /> : <SignedOut />;
}
