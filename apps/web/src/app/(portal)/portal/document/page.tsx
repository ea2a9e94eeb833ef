import type { Metadata } from 'next';
import { KindPage } from '#features/portal/tasks/kind-page.tsx';
import { profileSession } from '../current-session.ts';
import type { PageWith } from '../page-props.ts';
import { SignedOut } from '../signed-out.tsx';

export const metadata: Metadata = { title: 'Identity document' };

/** Which identity document to show. */
export default async function DocumentKindPage({ searchParams }: Pick<PageWith<never>, 'searchParams'>) {
  const session = await profileSession();
  const { from } = await searchParams;
  return session ? <KindPage session={session} fromCheck={from === 'check'} /> : <SignedOut />;
}
