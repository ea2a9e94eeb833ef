import { CUSTOMER_PRESENTATION, type CustomerStatus } from '@gatehouse/domain';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { StatusIcon } from './status-icon.tsx';
import { TONE_STYLE } from './status-style.ts';

type StatusBannerProps = {
  readonly status: CustomerStatus;
  /** The heading of the status, in the reader's language. */
  readonly heading: string;
  /** What happens next, and by when. */
  readonly children?: ReactNode;
};

/** The customer's status in the portal, and the heading of its page. Changes are announced. */
export function StatusBanner({ status, heading, children }: StatusBannerProps) {
  const { tone, icon } = CUSTOMER_PRESENTATION[status];
  return (
    <div
      role="status"
      className={cx('flex flex-col gap-2 rounded border p-pad sm:flex-row sm:gap-4', TONE_STYLE[tone])}
    >
      <StatusIcon name={icon} className="size-8 shrink-0 sm:my-1" />
      <div className="flex min-w-0 flex-col gap-2">
        <h1 className="font-semibold text-h1">{heading}</h1>
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
