'use client';

import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import { POPUP_STYLE } from './popup-style.ts';

type PopoverProps = { readonly trigger: ReactElement; readonly title: string; readonly children: ReactNode };

/** Details in a popup, without leaving the page. */
export function Popover({ trigger, title, children }: PopoverProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align="start" sideOffset={4} className="z-40" data-density="desk">
          <Base.Popup className={cx(POPUP_STYLE, 'flex max-w-sm flex-col gap-2 p-3')}>
            <Base.Title className="font-semibold">{title}</Base.Title>
            <div>{children}</div>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
