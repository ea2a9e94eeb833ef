'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { beginSecondFactor } from './auth-calls.ts';
import type { NewSecret } from './pair-app.tsx';

/** Asks for the password again, so that nobody can set up a second factor on an unattended computer. */
export function ConfirmPassword({ onConfirmed }: { readonly onConfirmed: (secret: NewSecret) => void }) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState('');

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    setError('');
    const answer = await beginSecondFactor(String(new FormData(event.currentTarget).get('password')));
    setPending(false);
    if (!answer.ok) return setError(answer.message);
    onConfirmed({ address: answer.data.totpURI, backupCodes: answer.data.backupCodes });
  };

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-stack">
      <div role="alert" className="empty:hidden">
        {error && <Notice kind="danger">{error}</Notice>}
      </div>
      <p>
        Signing in here takes your password and a code from an authenticator app on your phone, such as Aegis, 2FAS,
        Google Authenticator or a password manager. Setting it up takes about a minute.
      </p>
      <TextField
        name="password"
        label="Your password"
        hint="Once more, to be sure that it is you."
        type="password"
        autoComplete="current-password"
      />
      <Button type="submit" wide pending={pending} pendingLabel="Checking">
        Set up the second factor
      </Button>
    </form>
  );
}
