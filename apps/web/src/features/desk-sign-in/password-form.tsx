'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { signIn } from './auth-calls.ts';
import type { DemoAccount } from './demo-accounts.tsx';
import { goOn } from './go-on.ts';

type PasswordFormProps = {
  readonly next: string;
  readonly filled: DemoAccount | null;
  readonly onCodeNeeded: () => void;
};

/** Email and password. The form is a POST even before any script runs, so that no password can land in an address. */
export function PasswordForm({ next, filled, onCodeNeeded }: PasswordFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [pending, setPending] = useState(false);
  const [sentence, setSentence] = useState('');

  useEffect(() => {
    if (filled) form.current?.requestSubmit();
  }, [filled]);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    setPending(true);
    setSentence('');
    const answer = await signIn(String(data.get('email')).trim(), String(data.get('password')));
    if (answer.ok && !answer.data.twoFactorRedirect) return goOn(next);
    setPending(false);
    if (answer.ok) return onCodeNeeded();
    setSentence(answer.sentence);
  };

  return (
    <form ref={form} method="post" onSubmit={submit} className="flex flex-col gap-stack">
      <div role="alert" className="empty:hidden">
        {sentence && <Notice kind="danger">{sentence}</Notice>}
      </div>
      <TextField
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={filled?.email}
      />
      <TextField
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        defaultValue={filled?.password}
      />
      <Button type="submit" wide pending={pending} pendingLabel="Signing in">
        Sign in
      </Button>
    </form>
  );
}
