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
  /** How far the tenant's clock is ahead of the real one, in milliseconds. */
  readonly offset: number;
  readonly children: ReactNode;
};

/** Shows the times inside relative to a tenant's clock, which can be moved in test tenants. */
export function TenantClock({ offset, children }: TenantClockProps) {
  return <ClockOffset value={offset}>{children}</ClockOffset>;
}

type RelativeTimeProps = {
  /** ISO 8601. */
  readonly value: string;
  /** When the server rendered this, in real time, ISO 8601. The first render in the browser has to show the same. */
  readonly now: string;
  /** `ago` is a phrase, `age` a short duration for a column. */
  readonly form?: 'ago' | 'age';
};

/** A relative time, with the exact time as its title. */
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
