import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { readTheme, THEME_COOKIE } from '#lib/theme.ts';
import { isEvaluation } from '#server/env.ts';
import { runtime } from '#server/runtime.ts';
import { ThemeToggle } from '#ui/theme-toggle.tsx';
import { Buttons } from './buttons.tsx';
import { Fields } from './fields.tsx';
import { Lists } from './lists.tsx';
import { Navigation } from './navigation.tsx';
import { Overlays } from './overlays.tsx';
import { States } from './states.tsx';
import { Statuses } from './statuses.tsx';
import { Uploads } from './uploads.tsx';

export const metadata: Metadata = { title: 'Gallery' };

const SECTIONS = [Statuses, Buttons, Fields, States, Lists, Uploads, Navigation, Overlays];

/** All components in all states and both densities. This page exists only in an evaluation. */
export default async function Gallery() {
  if (!isEvaluation((await runtime()).env)) notFound();
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const now = new Date().toISOString();
  return (
    <main className="mx-auto grid max-w-[100rem] gap-x-12 gap-y-8 p-4 md:p-8 xl:grid-cols-[40rem_minmax(0,1fr)]">
      <header className="flex items-center justify-between gap-4 xl:col-span-2">
        <h1 className="font-semibold text-h1">Gallery</h1>
        <ThemeToggle theme={theme} />
      </header>
      {(['portal', 'desk'] as const).map((density) => (
        <div key={density} data-density={density} className="flex min-w-0 flex-col gap-8">
          {SECTIONS.map((Section) => (
            <Section key={Section.name} scope={density} now={now} />
          ))}
        </div>
      ))}
    </main>
  );
}
