import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { cookies } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { directionOf } from '#lib/direction.ts';
import { readTheme, THEME_COOKIE } from '#lib/theme.ts';
import './globals.css';

/** The Latin part of Inter is needed by every page and is preloaded; other scripts arrive only where a name needs them. */
const latin = localFont({
  src: '../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--gh-latin',
  adjustFontFallback: false,
});

/**
 * The ten digits of Inter 4.1, cut out of it with its tabular figures and its slashed zero in place of the plain ones: the
 * web build above has no slashed zero, and asking it for tabular figures would widen every hyphen as well.
 */
const figures = localFont({
  src: './fonts/inter-figures.woff2',
  weight: '100 900',
  variable: '--gh-figures',
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+30-39' }],
});

export const metadata: Metadata = {
  title: { default: 'Gatehouse', template: '%s – Gatehouse' },
  description: 'Customer verification',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = { colorScheme: 'light dark' };

/** The theme travels in a cookie, so that the first paint is right without a script before it. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const locale = await getLocale();
  const { ui } = await getMessages();
  return (
    <html
      lang={locale}
      dir={directionOf(locale)}
      className={`${latin.variable} ${figures.variable}`}
      data-theme={theme === 'system' ? undefined : theme}
    >
      <body>
        <NextIntlClientProvider messages={{ ui }}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
