'use client';

import { Menu as Base } from '@base-ui/react/menu';
import NextLink from 'next/link';
import { type ReactElement, type ReactNode, useState } from 'react';
import { cx } from './cx.ts';
import { POPUP_STYLE } from './popup-style.ts';

type MenuProps = {
  /** The button that opens the menu. */
  readonly trigger: ReactElement;
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
};

/** A menu of actions behind a button. Arrow keys and first letters move in it. */
export function Menu({ trigger, align = 'start', children }: MenuProps) {
  // The menu is rendered beside its button, so that it stays within the same landmark.
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <Base.Root>
      {/* The open menu adds elements around its button, which must not move the buttons beside it. */}
      <span className="inline-flex">
        <Base.Trigger render={trigger} />
        <span ref={setPlace} className="contents" />
      </span>
      <Base.Portal container={place}>
        <Base.Positioner
          align={align}
          sideOffset={4}
          positionMethod="fixed"
          className="z-40 outline-none"
          data-density="desk"
        >
          <Base.Popup className={cx(POPUP_STYLE, 'min-w-48 p-1')}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const ITEM =
  'flex min-h-tap select-none items-center gap-2 rounded-sm px-2 outline-none data-highlighted:bg-hover [&_svg]:size-icon [&_svg]:text-muted';

export function MenuItem({ onSelect, children }: { readonly onSelect: () => void; readonly children: ReactNode }) {
  return (
    <Base.Item onClick={onSelect} className={ITEM}>
      {children}
    </Base.Item>
  );
}

export function MenuLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Base.LinkItem render={<NextLink href={href} />} closeOnClick className={ITEM}>
      {children}
    </Base.LinkItem>
  );
}

/** Text in the menu that is not an action, such as who is signed in. */
export function MenuNote({ children }: { readonly children: ReactNode }) {
  return <div className="px-2 py-1 text-muted">{children}</div>;
}

export function MenuSeparator() {
  return <Base.Separator className="mx-1 my-1 h-px bg-line" />;
}
