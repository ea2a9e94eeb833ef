/** The look of every box that is typed into or chosen from. */
export const INPUT_STYLE =
  'min-h-control w-full rounded border border-line-strong bg-surface px-input-x py-1 text-body text-ink transition-colors ' +
  'placeholder:text-muted hover:border-ink [&[readonly]]:bg-sunken aria-invalid:border-2 aria-invalid:border-danger';
