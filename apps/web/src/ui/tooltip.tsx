'use client';

import { Tooltip as Base } from '@base-ui/react/tooltip';
import { type ReactElement, useId } from 'react';
import { TooltipPopup } from './tooltip-popup.tsx';

type TooltipProps = {
  /** The described control. */
  readonly trigger: ReactElement;
  readonly text: string;
};

/** A short description of a control, shown on hover and focus, and available to assistive technology. */
export function Tooltip({ trigger, text }: TooltipProps) {
  const description = useId();
  return (
    <Base.Root>
      <Base.Trigger render={trigger} delay={300} aria-describedby={description} />
      <span id={description} hidden>
        {text}
      </span>
      <TooltipPopup text={text} />
    </Base.Root>
  );
}
