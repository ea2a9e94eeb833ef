'use client';

import { Tooltip as Base } from '@base-ui/react/tooltip';

/**
 * The bubble itself, ink and paper turned round so that it stands out from any surface. Only for the eye: whoever shows it
 * gives the same words to assistive technology as a description, which is there before the bubble opens.
 */
export function TooltipPopup({ words }: { readonly words: string }) {
  return (
    <Base.Portal>
      <Base.Positioner aria-hidden sideOffset={6} className="z-50" data-density="desk">
        <Base.Popup className="max-w-72 rounded-sm bg-ink px-2 py-1 text-body text-canvas transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
          {words}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
