'use client';

import { type LucideIcon, Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { THEME_COOKIE, THEMES, type Theme } from '#lib/theme.ts';

const ICONS = { system: Monitor, light: Sun, dark: Moon } as const satisfies Record<Theme, LucideIcon>;

const YEAR = 31_536_000;

/** Chooses light, dark, or the system's theme. `theme` is the value of the cookie that the server has read. */
export function ThemeToggle({ theme }: { readonly theme: Theme }) {
  const t = useTranslations('ui.theme');
  const [chosen, setChosen] = useState(theme);
  const name = useId();
  return (
    <fieldset className="flex w-fit rounded border border-line p-0.5">
      <legend className="sr-only">{t('title')}</legend>
      {THEMES.map((each) => {
        const Icon = ICONS[each];
        return (
          <label
            key={each}
            title={t(each)}
            className="flex size-tap items-center justify-center rounded-sm text-muted hover:text-ink has-checked:bg-hover has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              value={each}
              checked={chosen === each}
              onChange={() => {
                setChosen(each);
                applyTheme(each);
              }}
              className="sr-only"
            />
            <Icon aria-hidden className="size-icon" />
            <span className="sr-only">{t(each)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

function applyTheme(theme: Theme) {
  // biome-ignore lint/suspicious/noDocumentCookie: some supported browsers lack the Cookie Store API.
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR}; samesite=lax`;
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
