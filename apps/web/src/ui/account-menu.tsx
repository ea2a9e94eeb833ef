'use client';

import { ChevronDown, CircleUser } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Menu, MenuNote, MenuSeparator } from './menu.tsx';

type AccountMenuProps = {
  readonly name: string;
  /** The role as a word, such as "Approver". */
  readonly roleLabel: string;
  readonly children: ReactNode;
};

/** The signed-in person, and the actions of their account. */
export function AccountMenu({ name, roleLabel, children }: AccountMenuProps) {
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="quiet" aria-label={`Account: ${name}, ${roleLabel}`}>
          <CircleUser aria-hidden />
          <span className="hidden sm:inline">{name}</span>
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <MenuNote>
        <span className="block font-semibold text-ink">{name}</span>
        {roleLabel}
      </MenuNote>
      <MenuSeparator />
      {children}
    </Menu>
  );
}
