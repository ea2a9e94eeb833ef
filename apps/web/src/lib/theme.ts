export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The visitor's choice, kept for a year in a cookie that holds nothing else. */
export const THEME_COOKIE = 'theme';

/** Anything but a known choice means that the system decides. */
export const readTheme = (value: string | undefined): Theme => THEMES.find((theme) => theme === value) ?? 'system';
