import type { ReactNode } from 'react';
import { SkipLink } from '#ui/skip-link.tsx';

type FrameProps = { readonly title: string; readonly children: ReactNode };

/** The frame of the sign-in: one narrow column, without anything of the desk. */
export function Frame({ title, children }: FrameProps) {
  return (
    <div data-density="desk" className="flex min-h-dvh flex-col bg-sunken">
      <SkipLink />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-104 grow flex-col justify-center gap-5 px-4 py-8"
      >
        <p className="font-semibold text-h2">Gatehouse</p>
        <div className="flex flex-col gap-5 rounded border border-line bg-surface p-5">
          <h1 className="font-semibold text-h1">{title}</h1>
          {children}
        </div>
      </main>
    </div>
  );
}
