'use client';

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { exactTime, relativeTime, shortAge } from '#lib/relative-time.ts';

const TICK = 15_000;

function everyTick(changed: () => void) {
  const timer = setInterval(changed, TICK);
  return () => clearInterval(timer);
}

const ClockOffset = createContext(0);

type TenantClockProps = {
  /** By how much the tenant's clock is ahead of the real one, in milliseconds. */
  readonly offset: number;
  readonly children: ReactNode;
};

/** The times inside are judged by a tenant's clock. That of a test tenant can be moved, and all that happens there is dated by it. */
export function TenantClock({ offset, children }: TenantClockProps) {
  return <ClockOffset value={offset}>{children}</ClockOffset>;
}

type RelativeTimeProps = {
  /** ISO 8601. */
  readonly value: string;
  /** When the server rendered this, on the real clock, ISO 8601: the first paint in the browser says the same, and then it moves on. */
  readonly now: string;
  /** `ago` is a phrase, `age` a length for a column. */
  readonly form?: 'ago' | 'age';
};

/** How long ago, with the exact moment in its title. */
export function RelativeTime({ value, now, form = 'ago' }: RelativeTimeProps) {
  const at = Date.parse(value);
  const offset = useContext(ClockOffset);
  const realClock = useSyncExternalStore(
    everyTick,
    () => Math.ceil(Date.now() / TICK) * TICK,
    () => Date.parse(now),
  );
  const clock = realClock + offset;
  return (
    <time dateTime={value} title={exactTime(at)} className="whitespace-nowrap">
      {form === 'age' ? shortAge(at, clock) : relativeTime(at, clock)}
    </time>
  );
}
