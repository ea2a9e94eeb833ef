import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

/** The skeleton of a page. It appears after 200 ms, so that fast pages do not flash. */
export function SkeletonPage({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  const t = useTranslations('ui');
  return (
    <div role="status" className="flex animate-appear flex-col gap-stack">
      <VisuallyHidden>{label ?? t('loading')}</VisuallyHidden>
      {children}
    </div>
  );
}

type SkeletonProps = {
  /** The shape of the content. */
  readonly shape?: 'line' | 'heading' | 'badge' | 'control' | 'block';
  /** Any CSS width. */
  readonly width?: string;
};

const SHAPE = {
  line: 'h-[1lh] py-[0.2lh]',
  heading: 'h-[var(--gh-h1-line)] py-1',
  badge: 'h-[1.5lh] py-[0.2lh] [&>span]:rounded-full',
  control: 'h-control',
  block: 'h-40',
} as const satisfies Record<NonNullable<SkeletonProps['shape']>, string>;

/** A placeholder for content. It is not animated. */
export function Skeleton({ shape = 'line', width = '100%' }: SkeletonProps) {
  return (
    <span aria-hidden className={`block ${SHAPE[shape]}`} style={{ width }}>
      <span className="block h-full rounded-sm bg-hover" />
    </span>
  );
}
