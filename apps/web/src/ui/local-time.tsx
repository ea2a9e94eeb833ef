'use client';

import { useFormatter } from 'next-intl';
import { useSyncExternalStore } from 'react';

const FORMS = {
  time: { timeStyle: 'short' },
  date: { dateStyle: 'long' },
  dateTime: { dateStyle: 'medium', timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const never = () => () => {};

/**
 * A time in the reader's time zone. The server renders UTC, because it does not know the zone; the browser corrects it.
 */
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
  const format = useFormatter();
  const at = Date.parse(value);
  return (
    <time dateTime={value} title={format.dateTime(at, { dateStyle: 'long', timeStyle: 'long', timeZone: 'UTC' })}>
      {format.dateTime(at, { ...FORMS[form], timeZone: zone })}
    </time>
  );
}
