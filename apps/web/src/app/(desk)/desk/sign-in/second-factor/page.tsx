import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { SecondFactor } from '#features/desk-sign-in/second-factor.tsx';
import { runtime } from '#server/runtime.ts';
import { Frame } from '../frame.tsx';

export const metadata: Metadata = { title: 'Set up a second factor' };

/** Where an account without a second factor goes first. Until it has one, nothing of the desk answers. */
export default async function SecondFactorPage() {
  const { auth } = await runtime();
  const session = await auth.session(new Headers(await headers()));
  if (!session) redirect('/desk/sign-in');
  if (session.secondFactor) redirect('/desk');
  return (
    <Frame title="Set up a second factor">
      <SecondFactor />
    </Frame>
  );
}
