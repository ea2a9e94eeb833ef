'use client';

import { useSyncExternalStore } from 'react';
import { exactTime } from '#lib/relative-time.ts';

const FORMS = {
  time: { timeStyle: 'short' },
  date: { dateStyle: 'long' },
  dateTime: { dateStyle: 'medium', timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const never = () => () => {};

/** A moment in the reader's own zone. The server, which cannot know it, says UTC; the browser then puts it right. */
export function LocalTime({
  value,
  form = 'dateTime',
}: {
  readonly value: string;
  readonly form?: keyof typeof FORMS;
}) {
  const zone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );
  const at = Date.parse(value);
  return (
    <time dateTime={value} title={exactTime(at)}>
      {new Intl.DateTimeFormat('en-GB', { ...FORMS[form], timeZone: zone }).format(at)}
    </time>
  );
}
