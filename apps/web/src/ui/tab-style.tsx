/** A row of tabs on a thin line. It scrolls horizontally when there is no room. */
export const TAB_LIST_STYLE = 'flex gap-1 overflow-x-auto border-line border-b';

export const TAB_STYLE =
  'inline-flex min-h-control shrink-0 items-center gap-2 border-transparent border-b-2 px-3 text-muted transition-colors ' +
  '-outline-offset-2 hover:text-ink focus-visible:-outline-offset-2 ' +
  'data-active:border-primary data-active:font-semibold data-active:text-ink ' +
  'aria-[current=page]:border-primary aria-[current=page]:font-semibold aria-[current=page]:text-ink';

export function TabCount({ count }: { readonly count: number | undefined }) {
  if (count === undefined) return null;
  return <span className="rounded-full bg-hover px-1.5 font-normal text-ink text-small">{count}</span>;
}
