import { type Message, message } from '../messages/message.ts';
import { later, type TenantTime } from '../time.ts';
import type { CustomerType } from './types.ts';

/** The specification's typical durations: minutes for automatic decisions, business days for manual reviews. */
export const DURATIONS = {
  INDIVIDUAL: { automaticMinutes: 10, manualBusinessDays: { fewest: 1, most: 3 } },
  BUSINESS: { automaticMinutes: null, manualBusinessDays: { fewest: 4, most: 7 } },
} as const satisfies Record<CustomerType, Durations>;

/** How long a review of a program's customers usually takes. */
export type Durations = {
  /** Null where no decision is automatic. */
  readonly automaticMinutes: number | null;
  readonly manualBusinessDays: { readonly fewest: number; readonly most: number };
};

/** The same time of day, this many business days (Monday to Friday, UTC) later. */
export function addBusinessDays(from: TenantTime, days: number): TenantTime {
  const date = later(from, 0);
  for (let left = days; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1);
    const weekday = date.getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return date;
}

/** When an answer is expected. Passing it announces a delay and is never a failure. */
export function expectedBy(
  { automaticMinutes, manualBusinessDays }: Durations,
  now: TenantTime,
  personMustLook: boolean,
): TenantTime {
  if (personMustLook || automaticMinutes === null) return addBusinessDays(now, manualBusinessDays.most);
  return later(now, automaticMinutes * 60_000);
}

/** The expected time of a review: `since` is its start, `by` the expected time of its answer. */
export type Expected = { readonly durations: Durations; readonly since: TenantTime; readonly by: TenantTime | null };

/** Is a manual review needed? Its expected time is counted in days. */
export function expectsPerson({ durations, since, by }: Expected): boolean {
  return by !== null && by > expectedBy(durations, since, false);
}

/** The duration of a review. Minutes are no longer promised once a manual review is needed. */
export function durationMessage(about: Expected): Message {
  const { automaticMinutes: minutes, manualBusinessDays } = about.durations;
  return minutes === null || expectsPerson(about)
    ? message('durations.days', manualBusinessDays)
    : message('durations.minutes', { minutes, ...manualBusinessDays });
}
