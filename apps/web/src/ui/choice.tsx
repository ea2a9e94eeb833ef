import type { ComponentProps, ReactNode } from 'react';

type ChoiceProps = Omit<ComponentProps<'input'>, 'className' | 'type' | 'children'> & {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
};

/** A checkbox or radio button with its label, which can be pressed as well. */
export function Choice({ id, label, hint, 'aria-describedby': describedBy, ...input }: ChoiceProps) {
  const described = [hint ? `${id}-hint` : '', describedBy ?? ''].filter(Boolean).join(' ');
  return (
    <div className="flex items-start gap-3">
      <span className="flex min-h-tap shrink-0 items-center">
        <input {...input} id={id} aria-describedby={described || undefined} className="size-tick" />
      </span>
      <div className="flex min-w-0 flex-col">
        <label htmlFor={id} className="flex min-h-tap items-center">
          {label}
        </label>
        {hint && (
          <span id={`${id}-hint`} className="-mt-1 text-muted text-small">
            {hint}
          </span>
        )}
      </div>
    </div>
  );
}
