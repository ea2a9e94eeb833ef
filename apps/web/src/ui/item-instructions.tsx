import { CircleCheck, CircleX, MessageSquareText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

type ItemInstructionsProps = {
  readonly next: string;
  /** When it is due, as a sentence. */
  readonly due?: ReactNode;
  /** The reviewer's message. */
  readonly message: string | null;
  readonly good: string;
  readonly bad: string;
  /** Shows the examples side by side. */
  readonly wide?: boolean;
};

/** The instructions for one requested item: in general, in the reviewer's message, and by example. */
export function ItemInstructions({ next, due, message, good, bad, wide = false }: ItemInstructionsProps) {
  const t = useTranslations('ui.item');
  return (
    <>
      <p>
        {next} {due}
      </p>
      {message && (
        <blockquote className="flex items-start gap-3 rounded bg-sunken p-4">
          <MessageSquareText aria-hidden className="mt-[0.25em] size-icon shrink-0 text-primary" />
          <div className="min-w-0 break-words">
            <p className="font-semibold">{t('note')}</p>
            <p className="whitespace-pre-line">{message}</p>
          </div>
        </blockquote>
      )}
      <ul aria-label={t('examples')} className={cx('grid gap-2 text-small', wide && 'sm:grid-cols-2 sm:gap-4')}>
        <li className="flex items-start gap-2">
          <CircleCheck aria-hidden className="mt-[0.15em] size-icon shrink-0 text-on-success" />
          <span>
            <span className="font-semibold">{t('good')} </span>
            {good}
          </span>
        </li>
        <li className="flex items-start gap-2">
          <CircleX aria-hidden className="mt-[0.15em] size-icon shrink-0 text-danger" />
          <span>
            <span className="font-semibold">{t('bad')} </span>
            {bad}
          </span>
        </li>
      </ul>
    </>
  );
}
