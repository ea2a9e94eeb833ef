import type { Metadata } from 'next';
import { CheckPage } from '#features/portal/check/check-page.tsx';
import { profileSession } from '../current-session.ts';
import { SignedOut } from '../signed-out.tsx';

export const metadata: Metadata = { title: 'Check your answers' };

/** Everything at a glance, the declaration, and Send. */
export default async function CheckAnswersPage() {
  const session = await profileSession();
  return session ? <CheckPage session={session} /> : <SignedOut />;
}
