import type { ReactNode } from 'react';

type CardProps = {
  readonly title?: ReactNode;
  /** The end of the title's line: a badge, a small button. */
  readonly aside?: ReactNode;
  readonly level?: 2 | 3;
  readonly children: ReactNode;
};

/** A group of related content, with a thin border and no shadow. */
export function Card({ title, aside, level = 2, children }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <section className="flex min-w-0 flex-col gap-stack rounded border border-line bg-surface p-pad">
      {(title || aside) && (
        <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          {title && <Heading className="font-semibold text-h3">{title}</Heading>}
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}
