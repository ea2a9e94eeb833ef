import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from './link.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

export type Description = {
  readonly term: string;
  /** The answer. An empty one is shown as "Not given". */
  readonly value: ReactNode;
  /** Where the answer can be changed, on the page to check answers. */
  readonly changeHref?: string;
  /** A verdict or a badge beside the answer. */
  readonly aside?: ReactNode;
};

/** Questions and their answers. */
export function DescriptionList({ items }: { readonly items: readonly Description[] }) {
  const t = useTranslations('ui.answers');
  const locale = useLocale();
  return (
    <dl className="border-line border-t">
      {items.map((item) => (
        <div
          key={item.term}
          className="grid grid-cols-[1fr_auto] gap-x-4 border-line border-b py-[0.5em] sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]"
        >
          <dt className="col-start-1 text-muted sm:font-semibold sm:text-ink">{item.term}</dt>
          <dd className="col-start-1 min-w-0 break-words sm:col-start-2">
            {item.value || <span className="text-muted">{t('notGiven')}</span>}
            {item.aside && <span className="ms-2">{item.aside}</span>}
          </dd>
          {item.changeHref && (
            <dd className="col-start-2 row-span-2 row-start-1 sm:col-start-3 sm:row-span-1">
              <Link href={item.changeHref} roomy>
                {t.rich('change', {
                  term: item.term.toLocaleLowerCase(locale),
                  hidden: (term) => <VisuallyHidden>{term}</VisuallyHidden>,
                })}
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
