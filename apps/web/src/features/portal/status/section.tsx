import type { ReactNode } from 'react';

type SectionProps = { readonly id: string; readonly title: string; readonly children: ReactNode };

/** A part of a status page under a heading of its own. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-stack">
      <h2 id={id} className="font-semibold text-h2">
        {title}
      </h2>
      {children}
    </section>
  );
}
