import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { SignIn } from '#features/desk-sign-in/sign-in.tsx';
import { runtime } from '#server/runtime.ts';
import { demoAccounts } from './demo-accounts.ts';
import { Frame } from './frame.tsx';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { readonly searchParams: Promise<{ readonly next?: string | string[] }> };

/** The sign-in of the desk. A signed-in person is redirected to the desk, which asks for the second factor itself. */
export default async function SignInPage({ searchParams }: Props) {
  const { auth, pages } = await runtime();
  const sent = new Headers(await headers());
  if (await pages.read(() => auth.session(sent))) redirect('/desk');
  const { next } = await searchParams;
  return (
    <Frame title="Sign in to the desk">
      <SignIn next={typeof next === 'string' ? next : '/desk'} demo={await demoAccounts()} />
    </Frame>
  );
}
