import type { StatusIcon as IconName, Tone } from '@gatehouse/domain';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { StatusIcon } from './status-icon.tsx';
import { TONE_STYLE } from './status-style.ts';

type BadgeProps = { readonly tone: Tone; readonly icon?: IconName; readonly children: ReactNode };

/** A short label in a tone. Statuses of customers and end customers have their own badges. */
export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-[0.375em] whitespace-nowrap rounded-full border px-[0.625em] py-[0.125em] font-semibold text-small',
        TONE_STYLE[tone],
      )}
    >
      {icon && <StatusIcon name={icon} className="size-[1.125em] shrink-0" />}
      {children}
    </span>
  );
}
