import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { cookies } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { directionOf } from '#lib/direction.ts';
import { readTheme, THEME_COOKIE } from '#lib/theme.ts';
import './globals.css';

/**
 * Every page needs the Latin part of Inter, so it is preloaded. Other scripts are loaded only when a name needs them.
 */
const latin = localFont({
  src: '../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--gh-latin',
  adjustFontFallback: false,
});

/**
 * The ten digits of Inter 4.1 with tabular figures and a slashed zero. The web build above has no slashed zero, and its
 * tabular figures would widen every hyphen as well.
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

/** The theme is stored in a cookie, so that the first paint is right without a script. */
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
