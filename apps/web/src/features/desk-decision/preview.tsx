import { CUSTOMER_PRESENTATION, type CustomerStatus, reasonSentence } from '@gatehouse/domain';
import type { ReactNode } from 'react';
import { cx } from '#ui/cx.ts';
import { statusHeading } from '#ui/status-heading.ts';
import { StatusIcon } from '#ui/status-icon.tsx';
import { TONE_STYLE } from '#ui/status-style.ts';

/** A piece of the portal, in its own size, inside the desk. */
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
  readonly items: number;
};

/** The head of the customer's page after the decision: its heading, the reason's sentence, and the person's own words. */
export function StatusPreview({ to, reasonCode, message, temporary, items }: StatusPreviewProps) {
  const { tone, icon } = CUSTOMER_PRESENTATION[to];
  const sentence = reasonSentence(reasonCode);
  return (
    <div className={cx('flex gap-3 rounded border p-4', TONE_STYLE[tone])}>
      <StatusIcon name={icon} className="mt-1 size-6 shrink-0" />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-semibold text-h2">{temporary ? 'Your account is on hold' : statusHeading(to, items)}</p>
        {sentence ? <p>{sentence}</p> : <p className="opacity-80">The sentence of the reason stands here.</p>}
        {message.trim() && <p className="whitespace-pre-wrap break-words">{message.trim()}</p>}
      </div>
    </div>
  );
}
