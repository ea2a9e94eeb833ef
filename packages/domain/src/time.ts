declare const clock: unique symbol;

/**
 * A moment on the clock of the real world. Whatever lives there is judged by it: credentials and sessions, limits,
 * emails, accounts of staff, and the machines that do the work.
 */
export type RealTime = Date & { readonly [clock]: 'real' };

/**
 * A moment on a tenant's own clock, which for a test tenant can be moved. Everything that happens to its customers and
 * its webhooks is dated and due by it, so that deadlines and retries can be seen to pass.
 *
 * The two kinds cannot be assigned to or compared with each other: `<` between them does not compile.
 */
export type TenantTime = Date & { readonly [clock]: 'tenant' };

type Moment = RealTime | TenantTime;

/** What a real clock showed. For clocks and for times that were read back; nothing else makes a moment. */
export const realTime = (at: Date | string): RealTime => new Date(at) as RealTime;

/** What a tenant's clock showed, as it was written down. */
export const tenantTime = (at: string): TenantTime => new Date(at) as TenantTime;

/** The tenant's time at a real one. @param offset by how much the tenant's clock is ahead, in milliseconds. */
export const onTenantClock = (now: RealTime, offset: number): TenantTime =>
  new Date(now.getTime() + offset) as TenantTime;

/** So many milliseconds later on the same clock, or earlier where they are negative. */
export const later = <T extends Moment>(at: T, milliseconds: number): T =>
  new Date(at.getTime() + milliseconds) as unknown as T;

/** How long from one moment to another on the same clock, in milliseconds. */
export const between = <T extends Moment>(from: T, to: NoInfer<T>): number => to.getTime() - from.getTime();
