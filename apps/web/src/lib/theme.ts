export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The cookie that stores the visitor's choice for a year. */
export const THEME_COOKIE = 'theme';

/** Reads the choice. For any unknown value the system decides. */
export const readTheme = (value: string | undefined): Theme => THEMES.find((theme) => theme === value) ?? 'system';
