import type { ReactNode } from 'react';

/** The props of every part of the gallery: its density, which also keeps its ids unique, and the time. */
export type Specimen = { readonly scope: 'portal' | 'desk'; readonly now: string };

export function Part({ title, scope, children }: { title: string; scope: Specimen['scope']; children: ReactNode }) {
  const id = `${scope}-${title.toLowerCase().replaceAll(' ', '-')}`;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-stack">
      <h2 id={id} className="border-line border-b pb-1 font-semibold text-h2">
        {title} <span className="font-normal text-muted">· {scope}</span>
      </h2>
      {children}
    </section>
  );
}

export function Row({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2">{children}</div>;
}
