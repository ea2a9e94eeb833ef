import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

type TableProps = { readonly caption: string; readonly head: ReactNode; readonly children: ReactNode };

/** A table that scrolls horizontally when there is no room, also by keyboard. */
export function Table({ caption, head, children }: TableProps) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="relative overflow-x-auto rounded border border-line bg-surface"
    >
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-line border-b bg-sunken text-muted text-small">
          <tr>{head}</tr>
        </thead>
        <tbody className="[&>tr:hover]:bg-hover [&>tr]:border-line [&>tr]:border-b [&>tr:last-child]:border-0">
          {children}
        </tbody>
      </table>
    </section>
  );
}

const CELL = 'px-3 py-2 align-middle whitespace-nowrap';

export function Th({ className, ...rest }: ComponentProps<'th'>) {
  // Browsers centre a header cell unless the cell itself says otherwise.
  return <th scope="col" {...rest} className={cx(CELL, 'text-start font-semibold', className)} />;
}

export function Td({ className, ...rest }: ComponentProps<'td'>) {
  return <td {...rest} className={cx(CELL, className)} />;
}
