import type { Values } from '../questions/values.ts';

/** The current values of a form. */
export function readForm(form: HTMLFormElement): Values {
  const entries = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return Object.fromEntries(entries);
}

/** Sets the values of uncontrolled inputs. */
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
 * Splits a full date that was pasted into the day's input into its three inputs. Null for everything else, which the
 * browser pastes unchanged.
 */
export function pastedDate(boxName: string, pasted: string): Record<string, string> | null {
  const name = /^(?<name>.+)-day$/.exec(boxName)?.groups?.name;
  const found = WRITTEN.map((written) => written.exec(pasted)?.groups).find(Boolean);
  if (!name || !found) return null;
  return Object.fromEntries(['day', 'month', 'year'].map((part) => [`${name}-${part}`, found[part] ?? '']));
}
