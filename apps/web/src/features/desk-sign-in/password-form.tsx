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

/** Email and password. The form uses POST even before scripts run, so that no password gets into a URL. */
export function PasswordForm({ next, filled, onCodeNeeded }: PasswordFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [pending, setPending] = useState(false);
  const [message, setMessage] = useState('');
  const [missing, setMissing] = useState<readonly string[]>([]);

  useEffect(() => {
    if (filled) form.current?.requestSubmit();
  }, [filled]);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    const email = String(data.get('email')).trim();
    const password = String(data.get('password'));
    const empty = [...(email ? [] : ['email']), ...(password ? [] : ['password'])];
    setMissing(empty);
    setMessage('');
    const first = event.currentTarget.elements.namedItem(empty[0] ?? '');
    if (first instanceof HTMLElement) return first.focus();
    setPending(true);
    const answer = await signIn(email, password);
    if (answer.ok && !answer.data.twoFactorRedirect) return goOn(next);
    setPending(false);
    if (answer.ok) return onCodeNeeded();
    setMessage(answer.message);
  };

  return (
    <form ref={form} method="post" noValidate onSubmit={submit} className="flex flex-col gap-stack">
      <div role="alert" className="empty:hidden">
        {message && <Notice kind="danger">{message}</Notice>}
      </div>
      <TextField
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={filled?.email}
        error={missing.includes('email') ? 'Enter your email address.' : undefined}
      />
      <TextField
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        defaultValue={filled?.password}
        error={missing.includes('password') ? 'Enter your password.' : undefined}
      />
      <Button type="submit" wide pending={pending} pendingLabel="Signing in">
        Sign in
      </Button>
    </form>
  );
}
