'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { cx } from './cx.ts';
import { POPUP_STYLE } from './popup-style.ts';

type DialogProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  /** The buttons, the primary one first. */
  readonly footer?: ReactNode;
  readonly wide?: boolean;
  readonly density?: 'portal' | 'desk';
  readonly children?: ReactNode;
};

/** A modal dialog. Escape and the backdrop close it, and the focus returns to the control that opened it. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  footer,
  wide,
  density = 'desk',
  children,
}: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport
          className="fixed inset-0 z-40 grid place-items-center overflow-y-auto p-4"
          data-density={density}
        >
          <Base.Popup
            ref={popup}
            // The first field gets the focus, or else the close button: a key pressed twice must not reach the primary
            // button.
            initialFocus={() => popup.current?.querySelector<HTMLElement>('input, select, textarea') ?? true}
            className={cx(POPUP_STYLE, 'flex w-full flex-col gap-stack p-5', wide ? 'max-w-3xl' : 'max-w-lg')}
          >
            <header className="flex items-start justify-between gap-4">
              <div className="flex flex-col gap-tight">
                <Base.Title className="font-semibold text-h2">{title}</Base.Title>
                {description && <Base.Description className="text-muted">{description}</Base.Description>}
              </div>
              <Base.Close
                aria-label="Close"
                className="-mt-1 -me-1 flex size-tap shrink-0 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink"
              >
                <X aria-hidden className="size-icon" />
              </Base.Close>
            </header>
            {children}
            {footer && <footer className="flex flex-row-reverse flex-wrap justify-start gap-2">{footer}</footer>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
