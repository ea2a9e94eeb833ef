'use client';

import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonVariant, buttonStyle } from './button-style.ts';
import { cx } from './cx.ts';

export type ButtonProps = Omit<ComponentProps<'button'>, 'className' | 'disabled'> & {
  readonly variant?: ButtonVariant;
  /** Takes the whole width of its column. */
  readonly wide?: boolean;
  /** The work is under way: a second press does nothing, and the focus stays where it is. */
  readonly pending?: boolean;
  /** What the button says meanwhile, as "Sending". Its place is kept from the start, so the width never jumps. */
  readonly pendingLabel?: string | undefined;
  readonly children: ReactNode;
};

/** A button is never `disabled`, which would take it out of reach: see `UnavailableButton` for one that explains itself. */
export function Button({
  variant = 'primary',
  wide = false,
  pending = false,
  pendingLabel,
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const t = useTranslations('ui.button');
  const words = pendingLabel ?? t('moment');
  return (
    <>
      <button
        {...rest}
        type={type}
        aria-busy={pending || undefined}
        onClick={(event) => {
          if (pending || rest['aria-disabled']) return event.preventDefault();
          onClick?.(event);
        }}
        className={buttonStyle(variant, wide)}
      >
        {pendingLabel === undefined && !pending ? (
          children
        ) : (
          <span className="grid items-center *:[grid-area:1/1]">
            <span className={cx('inline-flex items-center justify-center gap-2', pending && 'invisible')}>
              {children}
            </span>
            <span className={cx(!pending && 'invisible')}>{t('pending', { words })}</span>
          </span>
        )}
      </button>
      <span role="status" className="sr-only">
        {pending ? words : ''}
      </span>
    </>
  );
}
