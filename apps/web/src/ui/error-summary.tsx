'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type MouseEvent, useEffect, useId, useRef } from 'react';
import type { TranslatorOf } from '#lib/translator.ts';

export type FieldError = {
  readonly field: string;
  readonly message: string;
  /**
   * The field's label. It precedes a message that does not name the field, because the summary is away from the field.
   */
  readonly label?: string;
};

type ErrorSummaryProps = {
  readonly errors: readonly FieldError[];
  readonly title?: string;
  /** Takes the focus when it appears, so that everyone notices it. */
  readonly focus?: boolean;
};

/**
 * All errors of a form, with a link to each field. Give it a `key` that changes with every attempt, so that it takes
 * the focus again when the same errors come back.
 */
export function ErrorSummary({ errors, title, focus = true }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const heading = useId();
  const t = useTranslations('ui.errors');
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      aria-labelledby={heading}
      tabIndex={-1}
      className="flex flex-col gap-2 rounded border-2 border-danger p-pad"
    >
      <h2 id={heading} className="flex items-start gap-2 font-semibold text-h3">
        <CircleAlert aria-hidden className="mt-[0.2em] size-icon shrink-0 text-danger" />
        {title ?? t('title', { count: errors.length })}
      </h2>
      <ul className="flex flex-col gap-1">
        {errors.map((error) => (
          <li key={`${error.field} ${error.message}`}>
            <a
              href={`#${error.field}`}
              onClick={(event) => goTo(event, error.field)}
              className="font-semibold text-danger underline underline-offset-[0.2em] hover:decoration-2"
            >
              {named(error, t)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "Town or city: use at most 80 characters." but "Enter your given names.", which names its field already. */
function named({ label, message }: FieldError, t: TranslatorOf<'ui.errors'>): string {
  if (!label || message.toLowerCase().includes(label.toLowerCase())) return message;
  return t('about', { label, message: message.charAt(0).toLowerCase() + message.slice(1) });
}

/** Focuses the field, and keeps its label visible above it. */
function goTo(event: MouseEvent, id: string) {
  const field = document.getElementById(id);
  if (!field) return;
  event.preventDefault();
  (field.closest('fieldset') ?? document.querySelector(`label[for="${CSS.escape(id)}"]`) ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
}
