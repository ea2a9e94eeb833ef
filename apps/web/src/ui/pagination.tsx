import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from './link.tsx';

type PaginationProps = {
  readonly label: string;
  readonly previousHref?: string | undefined;
  readonly nextHref?: string | undefined;
  /** The shown part, such as "25 of 312". */
  readonly children?: ReactNode;
};

/** Lists are read by cursor, so there are previous and next pages, and no page numbers. */
export function Pagination({ label, previousHref, nextHref, children }: PaginationProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-muted">{children}</p>
      <div className="flex gap-2">
        {previousHref && (
          <ButtonLink href={previousHref} variant="secondary" rel="prev">
            <ChevronLeft aria-hidden className="rtl:-scale-x-100" />
            Previous
          </ButtonLink>
        )}
        {nextHref && (
          <ButtonLink href={nextHref} variant="secondary" rel="next">
            Next
            <ChevronRight aria-hidden className="rtl:-scale-x-100" />
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
