import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

export type FieldCopy = {
  readonly label: ReactNode;
  /** What a good answer looks like. It is shown before the field, never as a placeholder. */
  readonly hint?: ReactNode;
  /** What is wrong and how to correct it. */
  readonly error?: string | undefined;
  /** Only optional fields are marked. */
  readonly optional?: boolean | undefined;
};

/** The attributes that tie a control to its hint and its error. */
export function fieldAria(id: string, copy: Omit<FieldCopy, 'label'>) {
  const describedBy = [copy.hint ? `${id}-hint` : '', copy.error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return {
    'aria-describedby': describedBy || undefined,
    'aria-invalid': copy.error ? true : undefined,
  } as const;
}

/** The hint and the error of a control or of a group, under its label. */
export function FieldNotes({ id, hint, error }: { readonly id: string } & Omit<FieldCopy, 'label'>) {
  const t = useTranslations('ui.errors');
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} className="text-muted text-small">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-2 font-semibold text-danger text-small">
          <CircleAlert aria-hidden className="mt-[0.125em] size-[1.25em] shrink-0" />
          <span>
            <VisuallyHidden>{t('mark')} </VisuallyHidden>
            {error}
          </span>
        </p>
      )}
    </>
  );
}

export function OptionalMark() {
  const t = useTranslations('ui.field');
  return <span className="font-normal text-muted"> {t('optional')}</span>;
}

/** A field: its label, hint and error above, the control below. The control takes `id` and `fieldAria`. */
export function Field({ id, label, hint, error, optional, children }: FieldCopy & { id: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-tight">
      <label htmlFor={id} className="w-fit font-semibold">
        {label}
        {optional && <OptionalMark />}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}
