/** The style of popups. They are rendered at the end of the page, outside their shell, so each sets its own density. */
export const POPUP_STYLE =
  'z-40 rounded border border-line-strong bg-surface text-body text-ink outline-none transition-opacity ' +
  'data-starting-style:opacity-0 data-ending-style:opacity-0';
