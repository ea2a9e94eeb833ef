import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { partAt } from '#features/portal/tasks/addresses.ts';
import { PartPage } from '#features/portal/tasks/part-page.tsx';
import { currentSession, profileSession } from '../../current-session.ts';
import type { PageWith } from '../../page-props.ts';
import { SignedOut } from '../../signed-out.tsx';

type Props = PageWith<'part'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const session = await currentSession();
  const part = session ? partAt(session.program, (await params).part) : undefined;
  return part ? { title: part.title } : {};
}

/** One part of the profile. */
export default async function ProfilePartPage({ params, searchParams }: Props) {
  const session = await profileSession();
  if (!session) return <SignedOut />;
  const part = partAt(session.program, (await params).part);
  if (!part) notFound();
  const { from } = await searchParams;
  return <PartPage session={session} part={part} fromCheck={from === 'check'} />;
}
