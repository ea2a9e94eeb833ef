import { type Catalogue, ENGLISH } from '@gatehouse/domain';
import { createFormatter, createTranslator, NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import type { Formatter, Translator } from './translator.ts';

export const { locale } = ENGLISH;
/** The props of next-intl's provider, in English. */
export const englishProps = { locale, messages: ENGLISH.messages as Catalogue, timeZone: 'UTC' };

/** The translator and formatter of pages, in English. */
export const t: Translator = createTranslator(englishProps);
export const format: Formatter = createFormatter(englishProps);

/** Wraps elements in the English catalogue. */
export const InEnglish = ({ children }: { readonly children: ReactNode }) => (
  <NextIntlClientProvider {...englishProps}>{children}</NextIntlClientProvider>
);
