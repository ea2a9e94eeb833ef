import { type Catalogue, ENGLISH } from '@gatehouse/domain';
import { createFormatter, createTranslator, NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import type { Formatter, Words } from './words.ts';

export const { locale } = ENGLISH;
/** English, as next-intl is given it. */
export const said = { locale, messages: ENGLISH.messages as Catalogue, timeZone: 'UTC' };

/** What pages are given to speak with, in English. */
export const words: Words = createTranslator(said);
export const format: Formatter = createFormatter(said);

/** Puts the English catalogue around what is drawn. */
export const InEnglish = ({ children }: { readonly children: ReactNode }) => (
  <NextIntlClientProvider {...said}>{children}</NextIntlClientProvider>
);
