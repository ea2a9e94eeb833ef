'use client';

import { type FormEvent, useState } from 'react';
import { renderSVG } from 'uqr';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { TextField } from '#ui/text-field.tsx';
import { verifyCode } from './auth-calls.ts';

export type NewSecret = {
  /** The `otpauth:` URL for an authenticator app. */
  readonly address: string;
  readonly backupCodes: readonly string[];
};

type PairAppProps = { readonly secret: NewSecret; readonly onPaired: () => void };

/** Shows the secret for an authenticator app, and asks for a code to confirm the pairing. */
export function PairApp({ secret, onPaired }: PairAppProps) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState('');
  const key = new URL(secret.address).searchParams.get('secret') ?? '';

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    setError('');
    const answer = await verifyCode(String(new FormData(event.currentTarget).get('code')).replaceAll(/\s/g, ''));
    setPending(false);
    if (answer.ok) onPaired();
    else setError(answer.message);
  };

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-5">
      <div role="alert" className="empty:hidden">
        {error && <Notice kind="danger">{error}</Notice>}
      </div>
      <section className="flex flex-col gap-3" aria-labelledby="pair-key">
        <h2 id="pair-key" className="font-semibold text-h3">
          1. Add Gatehouse to your app
        </h2>
        <p>Scan this with the app.</p>
        <QrCode
          svg={renderSVG(secret.address, { border: 2 })}
          alt="A code that gives the key to an authenticator app"
        />
        <p>
          Is the app on this device?{' '}
          <a href={secret.address} className="text-primary underline underline-offset-[0.2em] hover:decoration-2">
            Open it with the key filled in
          </a>
          . Or type this key, and choose “time based” if it asks:
        </p>
        <output className="select-all rounded border border-line bg-sunken p-3 font-mono" aria-label="Setup key">
          {key.match(/.{1,4}/g)?.join(' ')}
        </output>
      </section>
      <section className="flex flex-col gap-2" aria-labelledby="pair-code">
        <h2 id="pair-code" className="font-semibold text-h3">
          2. Enter the code that it shows
        </h2>
        <TextField
          name="code"
          label="Six digits"
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          chars={10}
        />
      </section>
      <Button type="submit" wide pending={pending} pendingLabel="Checking">
        Continue
      </Button>
    </form>
  );
}
