import { identityKinds } from '@gatehouse/domain';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { kindAt } from '#features/portal/tasks/addresses.ts';
import { DocumentPage } from '#features/portal/tasks/document-page.tsx';
import { nounOf } from '#features/portal/tasks/documents.ts';
import { profileSession } from '../../current-session.ts';
import type { PageWith } from '../../page-props.ts';
import { SignedOut } from '../../signed-out.tsx';

type Props = PageWith<'kind'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = kindAt((await params).kind);
  const t = await getTranslations();
  return kind ? { title: t('portal.documents.side.ONLY', { document: nounOf(t, kind) }) } : {};
}

/** The sides of the identity document. */
export default async function DocumentSidesPage({ params, searchParams }: Props) {
  const kind = kindAt((await params).kind);
  const session = await profileSession();
  if (!session) return <SignedOut />;
  if (!kind || !identityKinds(session.program).includes(kind)) notFound();
  const { from } = await searchParams;
  return <DocumentPage session={session} kind={kind} fromCheck={from === 'check'} />;
}
