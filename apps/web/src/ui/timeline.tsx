import { Check, Circle, CircleDot, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

type TimelineState = 'done' | 'current' | 'ahead';

export type TimelineItem = {
  readonly id: string;
  readonly title: ReactNode;
  readonly state?: TimelineState;
  /** When the event happened or is expected. */
  readonly when?: ReactNode;
  readonly detail?: ReactNode;
};

const STATES = {
  done: { icon: Check, style: 'text-on-success' },
  current: { icon: CircleDot, style: 'text-primary' },
  ahead: { icon: Circle, style: 'text-muted' },
} as const satisfies Record<TimelineState, { icon: LucideIcon; style: string }>;

/** Past and expected events in order. */
export function Timeline({ items, label }: { readonly items: readonly TimelineItem[]; readonly label: string }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {items.map((item) => (
        <TimelineRow key={item.id} item={item} />
      ))}
    </ol>
  );
}

function TimelineRow({ item }: { readonly item: TimelineItem }) {
  const state = item.state ?? 'done';
  const t = useTranslations('ui.timeline');
  const { icon: Icon, style } = STATES[state];
  return (
    <li className="group relative flex gap-3 pb-stack last:pb-0">
      <span className="flex h-[1lh] shrink-0 items-center">
        <Icon aria-hidden className={cx('size-icon', style)} />
      </span>
      <span
        aria-hidden
        className="absolute top-[calc(1lh+0.125rem)] bottom-0.5 start-[calc(var(--gh-icon)/2)] w-px bg-line group-last:hidden"
      />
      <div className="flex min-w-0 flex-col">
        <p className={cx('flex flex-wrap items-baseline gap-x-3', state === 'ahead' && 'text-muted')}>
          <span className={cx(state !== 'ahead' && 'font-semibold')}>
            <VisuallyHidden>{t(state)} </VisuallyHidden>
            {item.title}
          </span>
          {item.when && <span className="text-muted text-small">{item.when}</span>}
        </p>
        {item.detail && <div className="text-muted text-small">{item.detail}</div>}
      </div>
    </li>
  );
}
