'use client';

import { Tooltip as Base } from '@base-ui/react/tooltip';
import { type ReactNode, useId, useState } from 'react';
import { Button } from './button.tsx';
import { TooltipPopup } from './tooltip-popup.tsx';

type UnavailableButtonProps = {
  /** Why the action is not available now, as a sentence. */
  readonly why: string;
  readonly children: ReactNode;
};

/**
 * A button for an unavailable action. It takes the focus like any button. The reason is shown on hover, focus and
 * press, and is its description for assistive technology.
 */
export function UnavailableButton({ why, children }: UnavailableButtonProps) {
  const [open, setOpen] = useState(false);
  const reason = useId();
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, { reason: cause }) => {
        if (next || cause !== 'trigger-press') setOpen(next);
      }}
    >
      <Base.Trigger
        delay={0}
        onPointerUp={() => setOpen(true)}
        render={
          <Button variant="secondary" aria-disabled aria-describedby={reason}>
            {children}
          </Button>
        }
      />
      <span id={reason} hidden>
        {why}
      </span>
      <TooltipPopup text={why} />
    </Base.Root>
  );
}
