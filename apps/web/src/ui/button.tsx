'use client';

import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonVariant, buttonStyle } from './button-style.ts';
import { cx } from './cx.ts';

export type ButtonProps = Omit<ComponentProps<'button'>, 'className' | 'disabled'> & {
  readonly variant?: ButtonVariant;
  /** Takes the full width of its column. */
  readonly wide?: boolean;
  /** While pending, a second press does nothing, and the button keeps the focus. */
  readonly pending?: boolean;
  /** The label while pending, such as "Sending". Its space is reserved, so the width does not change. */
  readonly pendingLabel?: string | undefined;
  readonly children: ReactNode;
};

/**
 * A button is never `disabled`, because it could not get the focus. `UnavailableButton` explains why it cannot be used.
 */
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
