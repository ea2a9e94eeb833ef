import { Check, Circle, CircleDot, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

type TimelineState = 'done' | 'current' | 'ahead';

export type TimelineItem = {
  readonly id: string;
  readonly title: ReactNode;
  readonly state?: TimelineState;
  /** When it happened, or when it is expected. */
  readonly when?: ReactNode;
  readonly detail?: ReactNode;
};

const STATES = {
  done: { icon: Check, style: 'text-on-success', word: 'Done: ' },
  current: { icon: CircleDot, style: 'text-primary', word: 'Now: ' },
  ahead: { icon: Circle, style: 'text-muted', word: 'Next: ' },
} as const satisfies Record<TimelineState, { icon: LucideIcon; style: string; word: string }>;

/** What has happened and what follows, in order. */
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
  const { icon: Icon, style, word } = STATES[state];
  return (
    <li className="group relative flex gap-3 pb-stack last:pb-0">
      <span className="flex h-[1lh] shrink-0 items-center">
        <Icon aria-hidden className={cx('size-icon', style)} />
      </span>
      <span
        aria-hidden
        className="absolute top-[calc(1lh+0.125rem)] bottom-0.5 left-[calc(var(--gh-icon)/2)] w-px bg-line group-last:hidden"
      />
      <div className="flex min-w-0 flex-col">
        <p className={cx('flex flex-wrap items-baseline gap-x-3', state === 'ahead' && 'text-muted')}>
          <span className={cx(state !== 'ahead' && 'font-semibold')}>
            <VisuallyHidden>{word}</VisuallyHidden>
            {item.title}
          </span>
          {item.when && <span className="text-muted text-small">{item.when}</span>}
        </p>
        {item.detail && <div className="text-muted text-small">{item.detail}</div>}
      </div>
    </li>
  );
}
