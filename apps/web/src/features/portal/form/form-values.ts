import type { Values } from '../questions/values.ts';

/** What stands in a form's boxes right now. */
export function readForm(form: HTMLFormElement): Values {
  const entries = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return Object.fromEntries(entries);
}

/** Puts other values into boxes that keep their own. */
export function fillForm(form: HTMLFormElement, values: Values): void {
  for (const [name, value] of Object.entries(values)) {
    const box = form.elements.namedItem(name);
    if (box instanceof HTMLInputElement || box instanceof HTMLSelectElement || box instanceof HTMLTextAreaElement)
      box.value = value;
  }
}

/** Day first, as people write it, or the year first, as files do. */
const WRITTEN = [
  /^\s*(?<day>\d{1,2})[\s./-]+(?<month>\d{1,2})[\s./-]+(?<year>\d{4})\s*$/,
  /^\s*(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})\s*$/,
];

/**
 * A whole date that was pasted into the day, taken apart for the three boxes of `name`; null for everything else, which
 * the browser then pastes as it is.
 */
export function pastedDate(boxName: string, pasted: string): Record<string, string> | null {
  const name = /^(?<name>.+)-day$/.exec(boxName)?.groups?.name;
  const found = WRITTEN.map((written) => written.exec(pasted)?.groups).find(Boolean);
  if (!name || !found) return null;
  return Object.fromEntries(['day', 'month', 'year'].map((part) => [`${name}-${part}`, found[part] ?? '']));
}
