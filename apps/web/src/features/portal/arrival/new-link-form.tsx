'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { api, refusalOf } from '#lib/api.ts';
import { Button } from '#ui/button.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { type Problem, problemOf } from '../form/problem.ts';

/** Asks for a new link by email. The answer is the same for an address that nobody has. */
export function NewLinkForm({ mailbox }: { readonly mailbox: boolean }) {
  const [state, setState] = useState<'asking' | 'sent'>('asking');
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email') ?? '').trim();
    const box = event.currentTarget.elements.namedItem('email');
    const refuse = (words: string) => {
      setError(words);
      if (box instanceof HTMLElement) box.focus();
    };
    setError(undefined);
    setProblem(null);
    if (email === '') return refuse('Enter your email address.');
    start(async () => {
      try {
        await api.portal.requestLink.mutate({ email });
        setState('sent');
      } catch (thrown) {
        const refusal = refusalOf(thrown);
        if (refusal?.code === 'INVALID_INPUT') refuse(refusal.message);
        else setProblem(problemOf(thrown, 'We could not ask for a new link'));
      }
    });
  }
  if (state === 'sent')
    return (
      <Notice kind="success" live="status" title="Check your email">
        <p>
          If we know this address, a new link is on its way. It works once and for three days. It can take a few
          minutes; look in the spam folder too.
        </p>
        {mailbox && (
          <p>
            This is an evaluation, so the letter lies in the{' '}
            <Link href="/mailbox" roomy>
              mailbox
            </Link>
            .
          </p>
        )}
      </Notice>
    );
  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-stack">
      {problem && <ErrorState {...problem} />}
      <TextField
        name="email"
        label="Your email address"
        hint="The one that the company has from you."
        type="email"
        autoComplete="email"
        spellCheck={false}
        error={error}
      />
      <div>
        <Button type="submit" pending={pending} pendingLabel="Sending">
          Send me a new link
        </Button>
      </div>
    </form>
  );
}
