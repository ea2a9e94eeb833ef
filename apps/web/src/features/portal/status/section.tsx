import type { ReactNode } from 'react';

type SectionProps = { readonly id: string; readonly title: string; readonly children: ReactNode };

/** A section of a status page with its heading. */
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
