import NextLink from 'next/link';
import { TAB_LIST_STYLE, TAB_STYLE, TabCount } from './tab-style.tsx';

export type TabLink = {
  readonly href: string;
  readonly label: string;
  readonly count?: number;
  readonly current?: boolean;
};

/** Tabs that are links, such as the views of the queue. */
export function TabLinks({ links, label }: { readonly links: readonly TabLink[]; readonly label: string }) {
  return (
    <nav aria-label={label} className={TAB_LIST_STYLE}>
      {links.map((link) => (
        <NextLink
          key={link.href}
          href={link.href}
          aria-current={link.current ? 'page' : undefined}
          className={TAB_STYLE}
        >
          {link.label}
          <TabCount count={link.count} />
        </NextLink>
      ))}
    </nav>
  );
}
