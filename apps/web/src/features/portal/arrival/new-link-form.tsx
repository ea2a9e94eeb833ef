'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { api, refusalOf } from '#lib/api.ts';
import { Button } from '#ui/button.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { type Problem, useProblemOf } from '../form/problem.ts';

/** Requests a new link by email. The response is the same for unknown addresses. */
export function NewLinkForm({ mailbox }: { readonly mailbox: boolean }) {
  const t = useTranslations('portal.arrival.newLink');
  const problemOf = useProblemOf();
  const [state, setState] = useState<'asking' | 'sent'>('asking');
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email') ?? '').trim();
    const box = event.currentTarget.elements.namedItem('email');
    const refuse = (message: string) => {
      setError(message);
      if (box instanceof HTMLElement) box.focus();
    };
    setError(undefined);
    setProblem(null);
    if (email === '') return refuse(t('missing'));
    start(async () => {
      try {
        await api.portal.requestLink.mutate({ email });
        setState('sent');
      } catch (thrown) {
        const refusal = refusalOf(thrown);
        if (refusal?.code === 'INVALID_INPUT') refuse(refusal.message);
        else setProblem(problemOf(thrown, t('failed')));
      }
    });
  }
  if (state === 'sent')
    return (
      <Notice kind="success" live="status" title={t('sent')}>
        <p>{t('onItsWay')}</p>
        {mailbox && (
          <p>
            {t.rich('mailbox', {
              link: (chunks) => (
                <Link href="/mailbox" roomy>
                  {chunks}
                </Link>
              ),
            })}
          </p>
        )}
      </Notice>
    );
  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-stack">
      {problem && <ErrorState {...problem} />}
      <TextField
        name="email"
        label={t('label')}
        hint={t('hint')}
        type="email"
        autoComplete="email"
        spellCheck={false}
        error={error}
      />
      <div>
        <Button type="submit" pending={pending} pendingLabel={t('sending')}>
          {t('button')}
        </Button>
      </div>
    </form>
  );
}
