import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SkipLink } from './skip-link.tsx';

type PartnerBrand = {
  readonly name: string;
  /** The URL of the logo on this server. Without one, only the name is shown. */
  readonly logo?: string | undefined;
};

type PortalShellProps = {
  readonly partner: PartnerBrand;
  /** The place of "Saved 10:42". */
  readonly saved?: ReactNode;
  /** How to reach a person: links, hours, a telephone number. */
  readonly help?: ReactNode;
  /** The end of the page, such as the choice of theme. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
};

/** The frame of all pages for customers: one column, the partner's name above, help below. */
export function PortalShell({ partner, saved, help, foot, children }: PortalShellProps) {
  const t = useTranslations('ui.help');
  return (
    <div data-density="portal" className="flex min-h-dvh flex-col bg-canvas">
      <SkipLink />
      <header className="border-line border-b">
        <div className={`${COLUMN} flex min-h-16 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3`}>
          <Partner {...partner} />
          {saved}
        </div>
      </header>
      <main id="content" tabIndex={-1} className={`${COLUMN} flex grow flex-col gap-section py-section`}>
        {children}
      </main>
      <footer className="border-line border-t bg-sunken">
        <div className={`${COLUMN} flex flex-wrap items-end justify-between gap-4 py-stack text-small`}>
          {help && (
            <section aria-label={t('title')} className="flex flex-col gap-1">
              <p className="font-semibold">{t('question')}</p>
              {help}
            </section>
          )}
          {foot}
        </div>
      </footer>
    </div>
  );
}

const COLUMN = 'mx-auto w-full max-w-[calc(40rem+2*var(--gh-gutter))] px-[var(--gh-gutter)]';

function Partner({ name, logo }: PartnerBrand) {
  return (
    <p className="flex min-w-0 items-center gap-3 font-semibold">
      {logo && <img src={logo} alt="" className="h-8 max-w-32 object-contain" />}
      <span className="truncate">{name}</span>
    </p>
  );
}
