'use client';

import { useState } from 'react';
import { CodeForm } from './code-form.tsx';
import { type DemoAccount, DemoAccounts } from './demo-accounts.tsx';
import { PasswordForm } from './password-form.tsx';

type SignInProps = {
  /** The page to go to afterwards. */
  readonly next: string;
  /** Accounts to sign in with by one press, only in an evaluation. */
  readonly demo: readonly DemoAccount[];
};

/** Signing in: the password, then the code if the account has a second factor. */
export function SignIn({ next, demo }: SignInProps) {
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [chosen, setChosen] = useState<DemoAccount | null>(null);
  if (step === 'code') return <CodeForm next={next} onStartAgain={() => setStep('password')} />;
  return (
    <>
      <PasswordForm
        // Each press of a demo account fills in the fields and signs in.
        key={chosen ? `${chosen.email} ${chosen.pressed}` : 'typed'}
        next={next}
        filled={chosen}
        onCodeNeeded={() => setStep('code')}
      />
      {demo.length > 0 && (
        <DemoAccounts
          accounts={demo}
          onChoose={(account) => setChosen({ ...account, pressed: (chosen?.pressed ?? 0) + 1 })}
        />
      )}
    </>
  );
}
