import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { SecondFactor } from '#features/desk-sign-in/second-factor.tsx';
import { runtime } from '#server/runtime.ts';
import { Frame } from '../frame.tsx';

export const metadata: Metadata = { title: 'Set up a second factor' };

/** The first page of an account without a second factor. Until it has one, the desk refuses everything. */
export default async function SecondFactorPage() {
  const { auth, pages } = await runtime();
  const sent = new Headers(await headers());
  const session = await pages.read(() => auth.session(sent));
  if (!session) redirect('/desk/sign-in');
  if (session.secondFactor) redirect('/desk');
  return (
    <Frame title="Set up a second factor">
      <SecondFactor />
    </Frame>
  );
}
