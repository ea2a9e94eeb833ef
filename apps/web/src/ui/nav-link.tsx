'use client';

import NextLink from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

export type NavItem = {
  readonly href: string;
  readonly label: string;
  /** An icon as an element, because a component cannot be passed from the server. */
  readonly icon?: ReactNode;
  /** The number of waiting items. */
  readonly count?: number;
};

type NavLinkProps = NavItem & {
  /** The URLs of all entries. A page below two of them belongs to the longer one. */
  readonly places?: readonly string[];
};

/** An entry of the navigation. It is current on its page and on all pages below that have no entry of their own. */
export function NavLink({ href, label, icon, count, places = [href] }: NavLinkProps) {
  const pathname = usePathname();
  const holding = places.filter((place) => pathname === place || pathname.startsWith(`${place}/`));
  const current = holding.every((place) => place.length <= href.length) && holding.includes(href);
  return (
    <NextLink
      href={href}
      aria-current={current ? 'page' : undefined}
      className="flex min-h-control shrink-0 items-center gap-2 rounded px-2 text-muted transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:font-semibold aria-[current=page]:text-ink [&_svg]:size-icon"
    >
      {icon}
      {label}
      {count !== undefined && <span className="ms-auto ps-2 font-normal text-small">{count}</span>}
    </NextLink>
  );
}
