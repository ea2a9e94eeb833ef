const UNITS = [
  { unit: 'year', short: 'y', seconds: 31_557_600 },
  { unit: 'month', short: 'mo', seconds: 2_629_800 },
  { unit: 'day', short: 'd', seconds: 86_400 },
  { unit: 'hour', short: 'h', seconds: 3600 },
  { unit: 'minute', short: 'min', seconds: 60 },
] as const satisfies readonly { unit: Intl.RelativeTimeFormatUnit; short: string; seconds: number }[];

const formatter = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/**
 * Formats "3 minutes ago" or "in 2 days"; less than a minute either way is "just now". Both times are in milliseconds.
 */
export function relativeTime(value: number, now: number): string {
  const seconds = (value - now) / 1000;
  const row = UNITS.find((each) => Math.abs(seconds) >= each.seconds);
  return row ? formatter.format(Math.trunc(seconds / row.seconds), row.unit) : 'just now';
}

/** Formats a duration for a narrow column: "3 h", "2 d"; less than a minute is "<1 min". */
export function shortAge(since: number, now: number): string {
  const seconds = Math.max(0, now - since) / 1000;
  const row = UNITS.find((each) => seconds >= each.seconds);
  return row ? `${Math.trunc(seconds / row.seconds)} ${row.short}` : '<1 min';
}

/** Formats the exact time in UTC: "21 November 2026 at 10:42:07 UTC". */
export const exactTime = (value: number): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'long', timeZone: 'UTC' }).format(value);
