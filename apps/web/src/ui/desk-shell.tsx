import type { ReactNode } from 'react';
import { type NavItem, NavLink } from './nav-link.tsx';
import { SkipLink } from './skip-link.tsx';

type DeskShellProps = {
  /** The name at the top left, such as "Gatehouse" or the partner's name. */
  readonly brand: ReactNode;
  readonly nav: readonly NavItem[];
  /** The place of the search. */
  readonly search?: ReactNode;
  /** The account menu and other controls at the top right. */
  readonly account: ReactNode;
  /** The end of the navigation, such as the choice of theme. */
  readonly foot?: ReactNode;
  /** True when everything shown is test data: shows an amber stripe and a label. */
  readonly test?: boolean;
  readonly children: ReactNode;
};

/** The frame of the desk: dense, full width, with the navigation beside the content where there is room. */
export function DeskShell({ brand, nav, search, account, foot, test = false, children }: DeskShellProps) {
  return (
    <div data-density="desk" className="flex min-h-dvh flex-col bg-canvas">
      <SkipLink />
      {test && <div aria-hidden className="h-1 bg-test" />}
      <header className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-2">
        <div className="flex items-center gap-3 font-semibold text-h2">
          {brand}
          {test && <span className="rounded-sm bg-test px-1.5 font-semibold text-on-test text-small">TEST</span>}
        </div>
        <div className="order-last w-full sm:order-none sm:ms-4 sm:w-auto sm:max-w-md sm:grow">{search}</div>
        <div className="ms-auto flex items-center gap-2">{account}</div>
      </header>
      <div className="flex grow flex-col lg:flex-row">
        <div className="flex shrink-0 border-line border-b lg:w-52 lg:flex-col lg:justify-between lg:border-e lg:border-b-0">
          <nav aria-label="Main" className="flex min-w-0 grow gap-1 overflow-x-auto p-2 lg:grow-0 lg:flex-col">
            {nav.map((item) => (
              <NavLink key={item.href} {...item} places={nav.map(({ href }) => href)} />
            ))}
          </nav>
          {foot && (
            <section aria-label="Settings" className="hidden p-3 lg:block">
              {foot}
            </section>
          )}
        </div>
        <main id="content" tabIndex={-1} className="flex min-w-0 grow flex-col gap-section p-4 lg:px-6">
          {children}
        </main>
      </div>
    </div>
  );
}
