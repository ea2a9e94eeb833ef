import { type Catalogue, ENGLISH } from '@gatehouse/domain';
import { createFormatter, createTranslator, NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import type { Formatter, Words } from './words.ts';

export const { locale } = ENGLISH;
/** The props of next-intl's provider, in English. */
export const said = { locale, messages: ENGLISH.messages as Catalogue, timeZone: 'UTC' };

/** The translator and formatter of pages, in English. */
export const words: Words = createTranslator(said);
export const format: Formatter = createFormatter(said);

/** Wraps elements in the English catalogue. */
export const InEnglish = ({ children }: { readonly children: ReactNode }) => (
  <NextIntlClientProvider {...said}>{children}</NextIntlClientProvider>
);
