import type { useFormatter, useTranslations } from 'next-intl';

/** Translates messages of the catalogue, for functions that are not components. */
export type Translator = ReturnType<typeof useTranslations<never>>;

type Area = NonNullable<Parameters<typeof useTranslations>[0]>;
/** The same for one area of the catalogue. */
export type TranslatorOf<Of extends Area> = ReturnType<typeof useTranslations<Of>>;

/** Formats dates, numbers, lists and names of countries in the reader's language. */
export type Formatter = ReturnType<typeof useFormatter>;
