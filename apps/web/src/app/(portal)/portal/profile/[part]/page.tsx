import { INDIVIDUAL_PARTS } from '@gatehouse/domain';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { partAt } from '#features/portal/tasks/addresses.ts';
import { PartPage } from '#features/portal/tasks/part-page.tsx';
import { profileSession } from '../../current-session.ts';
import type { PageWith } from '../../page-props.ts';
import { SignedOut } from '../../signed-out.tsx';

type Props = PageWith<'part'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const part = partAt((await params).part);
  return part ? { title: INDIVIDUAL_PARTS[part].title } : {};
}

/** One part of the profile. */
export default async function ProfilePartPage({ params, searchParams }: Props) {
  const part = partAt((await params).part);
  const session = await profileSession();
  if (!part) notFound();
  const { from } = await searchParams;
  return session ? <PartPage session={session} part={part} fromCheck={from === 'check'} /> : <SignedOut />;
}
