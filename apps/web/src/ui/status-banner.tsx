import { CUSTOMER_PRESENTATION, type CustomerStatus } from '@gatehouse/domain';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { statusHeading } from './status-heading.ts';
import { StatusIcon } from './status-icon.tsx';
import { TONE_STYLE } from './status-style.ts';

type StatusBannerProps = {
  readonly status: CustomerStatus;
  /** How many items are open, for the status that asks for more. */
  readonly openItems?: number;
  /** Replaces the status's own heading, such as for an account that is on hold and not closed. */
  readonly heading?: string;
  /** What happens next, and by when. */
  readonly children?: ReactNode;
};

/** The portal's answer to "where do I stand?", and the heading of its page. A change is announced as it arrives. */
export function StatusBanner({ status, openItems = 0, heading, children }: StatusBannerProps) {
  const { tone, icon } = CUSTOMER_PRESENTATION[status];
  return (
    <div
      role="status"
      className={cx('flex flex-col gap-2 rounded border p-pad sm:flex-row sm:gap-4', TONE_STYLE[tone])}
    >
      <StatusIcon name={icon} className="size-8 shrink-0 sm:my-1" />
      <div className="flex min-w-0 flex-col gap-2">
        <h1 className="font-semibold text-h1">{heading ?? statusHeading(status, openItems)}</h1>
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
