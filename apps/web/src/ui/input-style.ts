/** The style of all inputs and selects. */
export const INPUT_STYLE =
  'min-h-control w-full rounded border border-line-strong bg-surface px-input-x py-1 text-body text-ink transition-colors ' +
  'placeholder:text-muted hover:border-ink [&[readonly]]:bg-sunken aria-invalid:border-2 aria-invalid:border-danger';
