'use client';

import { Tooltip as Base } from '@base-ui/react/tooltip';

/**
 * The tooltip itself, in inverted colours, so that it stands out from any surface. It is hidden from assistive
 * technology, so the caller also has to set the text as a description.
 */
export function TooltipPopup({ text }: { readonly text: string }) {
  return (
    <Base.Portal>
      <Base.Positioner aria-hidden sideOffset={6} className="z-50" data-density="desk">
        <Base.Popup className="max-w-72 rounded-sm bg-ink px-2 py-1 text-body text-canvas transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
          {text}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
