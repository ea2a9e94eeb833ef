import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from './link.tsx';

type PageHeaderProps = {
  readonly title: ReactNode;
  readonly back?: { readonly href: string; readonly label: string };
  /** Badges, ages and ids in the title's line. */
  readonly meta?: ReactNode;
  readonly actions?: ReactNode;
  /** One or two sentences about the purpose of the page. */
  readonly children?: ReactNode;
};

/** The header of a page: a link back, its only h1, and its actions. */
export function PageHeader({ title, back, meta, actions, children }: PageHeaderProps) {
  return (
    <header className="flex flex-col gap-tight">
      {back && (
        <p className="text-small">
          <Link href={back.href} quiet>
            <span className="inline-flex min-h-tap items-center gap-0.5">
              <ChevronLeft aria-hidden className="-ms-1 size-[1.25em] rtl:-scale-x-100" />
              {back.label}
            </span>
          </Link>
        </p>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="font-semibold text-h1">{title}</h1>
          {meta}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children && <div className="max-w-prose pt-1 text-muted">{children}</div>}
    </header>
  );
}
