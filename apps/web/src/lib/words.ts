import type { useFormatter, useTranslations } from 'next-intl';

/** What says the sentences of the catalogue, for functions that are no component and are given it. */
export type Words = ReturnType<typeof useTranslations<never>>;

type Area = NonNullable<Parameters<typeof useTranslations>[0]>;
/** The same of one area. */
export type WordsOf<Of extends Area> = ReturnType<typeof useTranslations<Of>>;

/** What writes dates, numbers, lists and names of countries in the reader's language. */
export type Formatter = ReturnType<typeof useFormatter>;
