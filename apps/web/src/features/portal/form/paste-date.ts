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
