import { type Actor, holds, message, Refusal, type Scope, type StaffRole } from '@gatehouse/domain';

export type AppActor = Extract<Actor, { kind: 'app' }>;
export type StaffActor = Extract<Actor, { kind: 'staff' }>;
export type CustomerActor = Extract<Actor, { kind: 'customer' }>;

/**
 * Returns the tenant in which an actor may access a customer. The API's procedures say who may call; this checks again,
 * next to the data. A customer reaches only itself, an app only its tenant; staff name the tenant with the record.
 *
 * @throws NOT_FOUND for another's id, exactly as for an unknown one.
 */
export function tenantOf(actor: Actor, customerId: string): string {
  if (actor.kind === 'app') return actor.tenantId;
  if (actor.kind === 'customer' && actor.customerId === customerId) return actor.tenantId;
  throw new Refusal('NOT_FOUND');
}

/** @throws NOT_PERMITTED unless the key holds the scope. */
export function requireScope(actor: Actor, scope: Scope): void {
  if (actor.kind === 'app' && !actor.scopes.includes(scope))
    throw new Refusal('NOT_PERMITTED', { says: message('refusals.access.noScope', { scope }) });
}

/**
 * Requires an app, for data of a whole tenant. A customer's session of the same tenant does not suffice.
 * @throws NOT_PERMITTED
 */
export function requireApp(actor: Actor, scope: Scope): void {
  if (actor.kind !== 'app') throw new Refusal('NOT_PERMITTED', { says: message('refusals.access.onlyApps') });
  requireScope(actor, scope);
}

/** @throws NOT_PERMITTED unless the actor is staff with at least this role. */
export function requireStaff(actor: Actor, role: StaffRole): StaffActor {
  if (actor.kind !== 'staff' || !holds(actor.role, role))
    throw new Refusal('NOT_PERMITTED', { says: message('refusals.access.needsRole', { role }) });
  return actor;
}
