'use client';

import { useSyncExternalStore } from 'react';
import { exactTime, relativeTime, shortAge } from '#lib/relative-time.ts';

const TICK = 15_000;

function everyTick(changed: () => void) {
  const timer = setInterval(changed, TICK);
  return () => clearInterval(timer);
}

type RelativeTimeProps = {
  /** ISO 8601. */
  readonly value: string;
  /** When the server rendered this, ISO 8601: the first paint in the browser says the same, and then it moves on. */
  readonly now: string;
  /** `ago` is a phrase, `age` a length for a column. */
  readonly form?: 'ago' | 'age';
};

/** How long ago, with the exact moment in its title. */
export function RelativeTime({ value, now, form = 'ago' }: RelativeTimeProps) {
  const at = Date.parse(value);
  const clock = useSyncExternalStore(
    everyTick,
    () => Math.ceil(Date.now() / TICK) * TICK,
    () => Date.parse(now),
  );
  return (
    <time dateTime={value} title={exactTime(at)} className="whitespace-nowrap">
      {form === 'age' ? shortAge(at, clock) : relativeTime(at, clock)}
    </time>
  );
}
