import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { readTheme, THEME_COOKIE } from '#lib/theme.ts';
import { readGuides } from '#server/guides.ts';
import { DeskShell } from '#ui/desk-shell.tsx';
import { Link } from '#ui/link.tsx';
import { ThemeToggle } from '#ui/theme-toggle.tsx';

/** The frame of the documentation for integrators and operators. */
export default async function DocsLayout({ children }: { readonly children: ReactNode }) {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const guides = await readGuides();
  return (
    <DeskShell
      brand={<Link href="/docs">Gatehouse docs</Link>}
      nav={[
        ...guides.map(({ name, title }) => ({ href: `/docs/${name}`, label: title })),
        { href: '/docs/reference', label: 'Reference' },
      ]}
      account={<Link href="/">Start</Link>}
      foot={<ThemeToggle theme={theme} />}
    >
      {children}
    </DeskShell>
  );
}
