declare const clock: unique symbol;

/** A moment in real time. Credentials and sessions, limits, emails, staff accounts and workers use it. */
export type RealTime = Date & { readonly [clock]: 'real' };

/**
 * A moment on a tenant's own clock, which can be moved for a test tenant. Its customers and its webhooks use this
 * clock, so that deadlines and retries can be tested.
 *
 * The two kinds cannot be assigned to or compared with each other: `<` between them does not compile.
 */
export type TenantTime = Date & { readonly [clock]: 'tenant' };

type Moment = RealTime | TenantTime;

/** Marks a date as real time. Only for clocks and for stored times. */
export const realTime = (at: Date | string): RealTime => new Date(at) as RealTime;

/** Marks a stored date as a tenant's time. */
export const tenantTime = (at: string): TenantTime => new Date(at) as TenantTime;

/** The tenant's time at a real one. @param offset by how much the tenant's clock is ahead, in milliseconds. */
export const onTenantClock = (now: RealTime, offset: number): TenantTime =>
  new Date(now.getTime() + offset) as TenantTime;

/** The moment this many milliseconds later on the same clock, or earlier if negative. */
export const later = <T extends Moment>(at: T, milliseconds: number): T =>
  new Date(at.getTime() + milliseconds) as unknown as T;

/** The duration between two moments on the same clock, in milliseconds. */
export const between = <T extends Moment>(from: T, to: NoInfer<T>): number => to.getTime() - from.getTime();
