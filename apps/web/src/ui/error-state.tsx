'use client';

import { CircleX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';

type ErrorStateProps = {
  /** What failed, such as "We could not load your answers". */
  readonly what: string;
  /** What is not lost, such as "Everything you typed is saved". */
  readonly kept?: ReactNode;
  readonly onRetry?: () => void;
  readonly pending?: boolean;
  /** Identifies this failure for support: a request id or an error's digest. */
  readonly reference?: string | undefined;
  /** An alternative, such as a link to help. */
  readonly children?: ReactNode;
};

/** An error on our side: what failed, what is saved, how to try again, and its reference for support. */
export function ErrorState({ what, kept, onRetry, pending, reference, children }: ErrorStateProps) {
  const t = useTranslations('ui.failure');
  return (
    <div role="alert" className="flex items-start gap-3 rounded border border-line bg-surface p-pad">
      <CircleX aria-hidden className="mt-[0.25em] size-icon shrink-0 text-danger" />
      <div className="flex min-w-0 flex-col items-start gap-2">
        <p className="font-semibold">{what}</p>
        {kept && <p>{kept}</p>}
        {onRetry && (
          <Button variant="secondary" onClick={onRetry} pending={pending ?? false} pendingLabel={t('trying')}>
            {t('again')}
          </Button>
        )}
        {children}
        {reference && (
          <p className="text-muted text-small">
            {t.rich('reference', {
              reference,
              code: (chunks) => <code className="select-all break-all font-mono">{chunks}</code>,
            })}
          </p>
        )}
      </div>
    </div>
  );
}
