import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { KindPage } from '#features/portal/tasks/kind-page.tsx';
import { profileSession } from '../current-session.ts';
import type { PageWith } from '../page-props.ts';
import { SignedOut } from '../signed-out.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.documents');
  return { title: t('title') };
}

/** Which identity document to show. */
export default async function DocumentKindPage({ searchParams }: Pick<PageWith<never>, 'searchParams'>) {
  const session = await profileSession();
  const { from } = await searchParams;
  return session ? <KindPage session={session} fromCheck={from === 'check'} /> : <SignedOut />;
}
