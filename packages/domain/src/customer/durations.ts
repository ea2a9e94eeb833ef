import { type Message, message } from '../messages/message.ts';
import { later, type TenantTime } from '../time.ts';
import type { CustomerType } from './types.ts';

/** The seed's typical durations: minutes where machines decide, business days where a person must look. */
export const DURATIONS = {
  INDIVIDUAL: { automaticMinutes: 10, manualBusinessDays: { fewest: 1, most: 3 } },
  BUSINESS: { automaticMinutes: null, manualBusinessDays: { fewest: 4, most: 7 } },
} as const satisfies Record<CustomerType, Durations>;

/** How long a review of a program's customers usually takes. */
export type Durations = {
  /** Null where machines alone never decide. */
  readonly automaticMinutes: number | null;
  readonly manualBusinessDays: { readonly fewest: number; readonly most: number };
};

/** The same time of day, so many business days (Monday to Friday, UTC) later. */
export function addBusinessDays(from: TenantTime, days: number): TenantTime {
  const date = later(from, 0);
  for (let left = days; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1);
    const weekday = date.getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return date;
}

/** By when an answer is expected. Passing it announces a delay and is never a failure. */
export function expectedBy(
  { automaticMinutes, manualBusinessDays }: Durations,
  now: TenantTime,
  personMustLook: boolean,
): TenantTime {
  if (personMustLook || automaticMinutes === null) return addBusinessDays(now, manualBusinessDays.most);
  return later(now, automaticMinutes * 60_000);
}

/** What is expected of a review: `since` is when it began, `by` when its answer is expected. */
export type Expected = { readonly durations: Durations; readonly since: TenantTime; readonly by: TenantTime | null };

/** Must a person look? The expected time says so: it is counted in days from then on. */
export function expectsPerson({ durations, since, by }: Expected): boolean {
  return by !== null && by > expectedBy(durations, since, false);
}

/** How long it takes. Minutes are not promised any more once a person must look. */
export function durationWords(about: Expected): Message {
  const { automaticMinutes: minutes, manualBusinessDays } = about.durations;
  return minutes === null || expectsPerson(about)
    ? message('durations.days', manualBusinessDays)
    : message('durations.minutes', { minutes, ...manualBusinessDays });
}
