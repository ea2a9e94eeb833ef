type WithTextInfo = Intl.Locale & { getTextInfo?(): { direction?: 'ltr' | 'rtl' } };

/** Which way a language is written. */
export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  (new Intl.Locale(locale) as WithTextInfo).getTextInfo?.().direction ?? 'ltr';
