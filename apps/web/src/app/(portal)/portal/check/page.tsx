import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CheckPage } from '#features/portal/check/check-page.tsx';
import { profileSession } from '../current-session.ts';
import { SignedOut } from '../signed-out.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.check');
  return { title: t('title') };
}

/** The page to check all answers, declare that they are true, and send them. */
export default async function CheckAnswersPage() {
  const session = await profileSession();
  return session ? <CheckPage session={session} /> : <SignedOut />;
}
