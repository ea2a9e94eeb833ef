import type { StaffRole } from './staff/roles.ts';

/**
 * The caller. The edge turns every request into an actor, and only the actor is passed on. Ids are plain uuids;
 * `tenantId` is the only tenancy key.
 */
export type Actor = Asking &
  (
    | { readonly kind: 'customer'; readonly tenantId: string; readonly customerId: string; readonly sessionId: string }
    | {
        readonly kind: 'app';
        readonly tenantId: string;
        readonly mode: Mode;
        readonly keyId: string;
        readonly scopes: readonly Scope[];
      }
    | { readonly kind: 'staff'; readonly staffId: string; readonly name: string; readonly role: StaffRole }
    | { readonly kind: 'engine' }
  );

/**
 * The tag of the answer's language, for `languageOf`; without one, the first language. It belongs to one request and
 * is never stored, audited or compared.
 */
type Asking = { readonly language?: string };

export type ActorKind = Actor['kind'];

/** Whether a record is real. It comes from the key that created the record, and a key never sees the other mode. */
export const MODES = ['TEST', 'LIVE'] as const;
export type Mode = (typeof MODES)[number];

/** The scopes of an API key. A key that is created without scopes has all of them. */
export const SCOPES = [
  'customers:read',
  'customers:write',
  'access:read',
  'webhooks:manage',
  'portal:write',
  'sandbox:write',
] as const;
export type Scope = (typeof SCOPES)[number];

/** The actor of a history entry: a kind and an id, never a name. */
export const actorId = (actor: Actor): string | null =>
  actor.kind === 'customer'
    ? actor.customerId
    : actor.kind === 'app'
      ? actor.keyId
      : actor.kind === 'staff'
        ? actor.staffId
        : null;
