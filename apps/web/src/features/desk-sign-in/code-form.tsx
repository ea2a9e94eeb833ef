'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { verifyBackupCode, verifyCode } from './auth-calls.ts';
import { goOn } from './go-on.ts';

/** The two kinds of second factor, with their copy. */
const WAYS = {
  app: {
    label: 'Code from your authenticator app',
    hint: 'Six digits. It changes every 30 seconds.',
    other: 'Use a backup code instead',
    verify: verifyCode,
  },
  backup: {
    label: 'Backup code',
    hint: 'One of the codes you saved when you set this up. Each works once.',
    other: 'Use the authenticator app instead',
    verify: verifyBackupCode,
  },
} as const;

type CodeFormProps = { readonly next: string; readonly onStartAgain: () => void };

/** The second step of signing in. */
export function CodeForm({ next, onStartAgain }: CodeFormProps) {
  const [way, setWay] = useState<keyof typeof WAYS>('app');
  const [pending, setPending] = useState(false);
  const [message, setMessage] = useState('');
  const { label, hint, other, verify } = WAYS[way];

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (pending) return;
    const code = String(new FormData(event.currentTarget).get('code')).replaceAll(/\s/g, '');
    setPending(true);
    setMessage('');
    const answer = await verify(code);
    if (answer.ok) return goOn(next);
    setPending(false);
    setMessage(answer.message);
  };

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-stack">
      <p role="status">Your password is right. One more step.</p>
      <div role="alert" className="empty:hidden">
        {message && <Notice kind="danger">{message}</Notice>}
      </div>
      <TextField
        key={way}
        name="code"
        label={label}
        hint={hint}
        inputMode={way === 'app' ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        spellCheck={false}
        chars={12}
        autoFocus
      />
      <Button type="submit" wide pending={pending} pendingLabel="Checking">
        Continue
      </Button>
      <div className="flex flex-wrap gap-2">
        <Button variant="quiet" onClick={() => setWay(way === 'app' ? 'backup' : 'app')}>
          {other}
        </Button>
        <Button variant="quiet" onClick={onStartAgain}>
          Start again
        </Button>
      </div>
    </form>
  );
}
