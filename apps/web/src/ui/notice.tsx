import type { Tone } from '@gatehouse/domain';
import { CircleCheck, CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { TONE_STYLE } from './status-style.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

export type NoticeKind = 'info' | 'warning' | 'danger' | 'success';

export const NOTICE = {
  info: { tone: 'progress', icon: Info },
  warning: { tone: 'attention', icon: TriangleAlert },
  danger: { tone: 'refused', icon: CircleX },
  success: { tone: 'success', icon: CircleCheck },
} as const satisfies Record<NoticeKind, { tone: Tone; icon: LucideIcon }>;

type NoticeProps = {
  readonly kind?: NoticeKind;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Announces the notice when it appears on an open page. `alert` interrupts, so use it only when work may be lost. */
  readonly live?: 'status' | 'alert';
};

/** A remark on the content of a page. */
export function Notice({ kind = 'info', title, children, live }: NoticeProps) {
  const t = useTranslations('ui.notice');
  const { tone, icon: Icon } = NOTICE[kind];
  return (
    <div role={live} className={cx('flex items-start gap-3 rounded border p-pad py-3', TONE_STYLE[tone])}>
      <Icon aria-hidden className="mt-[0.25em] size-icon shrink-0" />
      <div className="flex min-w-0 flex-col gap-1">
        <VisuallyHidden>{t(kind)}</VisuallyHidden>
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
