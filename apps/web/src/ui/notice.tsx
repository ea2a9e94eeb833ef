import type { Tone } from '@gatehouse/domain';
import { CircleCheck, CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { TONE_STYLE } from './status-style.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

export type NoticeKind = 'info' | 'warning' | 'danger' | 'success';

export const NOTICE = {
  info: { tone: 'progress', icon: Info, word: 'Note' },
  warning: { tone: 'attention', icon: TriangleAlert, word: 'Warning' },
  danger: { tone: 'refused', icon: CircleX, word: 'Problem' },
  success: { tone: 'success', icon: CircleCheck, word: 'Success' },
} as const satisfies Record<NoticeKind, { tone: Tone; icon: LucideIcon; word: string }>;

type NoticeProps = {
  readonly kind?: NoticeKind;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Announces itself when it appears on a page that is already open; `alert` interrupts, so keep it for lost work. */
  readonly live?: 'status' | 'alert';
};

/** A remark beside the matter itself. */
export function Notice({ kind = 'info', title, children, live }: NoticeProps) {
  const { tone, icon: Icon, word } = NOTICE[kind];
  return (
    <div role={live} className={cx('flex items-start gap-3 rounded border p-pad py-3', TONE_STYLE[tone])}>
      <Icon aria-hidden className="mt-[0.25em] size-icon shrink-0" />
      <div className="flex min-w-0 flex-col gap-1">
        <VisuallyHidden>{word}:</VisuallyHidden>
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
