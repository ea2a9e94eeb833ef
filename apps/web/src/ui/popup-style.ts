/**
 * The look of everything that floats. Popups are attached to the end of the page, away from their shell, so each one
 * names its density itself.
 */
export const POPUP_STYLE =
  'z-40 rounded border border-line-strong bg-surface text-body text-ink outline-none transition-opacity ' +
  'data-starting-style:opacity-0 data-ending-style:opacity-0';
