import { CUSTOMER_PRESENTATION, type CustomerStatus, englishOnHold, englishStatusHeadings } from '@gatehouse/domain';
import type { ReactNode } from 'react';
import { cx } from '#ui/cx.ts';
import { StatusIcon } from '#ui/status-icon.tsx';
import { TONE_STYLE } from '#ui/status-style.ts';
import { reasonSentenceOf } from './draft.ts';

/** A part of the portal in its own size inside the desk. */
export function Preview({ children }: { readonly children: ReactNode }) {
  return (
    <figure className="flex min-w-0 flex-col gap-1">
      <figcaption className="text-muted text-small">What the customer will see</figcaption>
      <div data-density="portal" className="min-w-0 rounded border border-line border-dashed p-3">
        {children}
      </div>
    </figure>
  );
}

type StatusPreviewProps = {
  readonly to: CustomerStatus;
  readonly reasonCode: string;
  readonly message: string;
  readonly temporary: boolean | null;
};

/** The sentence on the portal's page before any reason. */
const FIRST: Partial<Record<(typeof CUSTOMER_PRESENTATION)[CustomerStatus]['screen'], string>> = {
  closed: 'This isn’t about your verification.',
};

/** The head of the customer's page after the decision: heading, reason and message. */
export function StatusPreview({ to, reasonCode, message, temporary }: StatusPreviewProps) {
  const { tone, icon, screen } = CUSTOMER_PRESENTATION[to];
  return (
    <div className={cx('flex flex-col gap-2 rounded border p-4 sm:flex-row sm:gap-4', TONE_STYLE[tone])}>
      <StatusIcon name={icon} className="size-8 shrink-0 sm:my-1" />
      <div className="flex min-w-0 flex-col gap-2">
        <p className="font-semibold text-h1">{temporary ? englishOnHold : englishStatusHeadings[to]}</p>
        {FIRST[screen] && <p className="font-semibold">{FIRST[screen]}</p>}
        <p>{reasonSentenceOf(reasonCode) ?? '(The sentence of the reason that you choose.)'}</p>
        {message.trim() && <p className="whitespace-pre-line break-words">{message.trim()}</p>}
      </div>
    </div>
  );
}
