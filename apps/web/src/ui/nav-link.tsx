'use client';

import NextLink from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

export type NavItem = {
  readonly href: string;
  readonly label: string;
  /** An icon, already rendered, because a component cannot travel from the server. */
  readonly icon?: ReactNode;
  /** How much waits there. */
  readonly count?: number;
};

/** A place in the navigation. It is current on its own page and on everything below it. */
export function NavLink({ href, label, icon, count }: NavItem) {
  const pathname = usePathname();
  const current = pathname === href || pathname.startsWith(`${href}/`);
  return (
    <NextLink
      href={href}
      aria-current={current ? 'page' : undefined}
      className="flex min-h-control shrink-0 items-center gap-2 rounded px-2 text-muted transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:font-semibold aria-[current=page]:text-ink [&_svg]:size-icon"
    >
      {icon}
      {label}
      {count !== undefined && <span className="ml-auto pl-2 font-normal text-small">{count}</span>}
    </NextLink>
  );
}
