type WithTextInfo = Intl.Locale & { getTextInfo?(): { direction?: 'ltr' | 'rtl' } };

/** The direction in which a language is written. */
export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  (new Intl.Locale(locale) as WithTextInfo).getTextInfo?.().direction ?? 'ltr';
