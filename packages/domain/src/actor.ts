import type { StaffRole } from './staff/roles.ts';

/**
 * Who is asking. The edge turns every request into one of these, and from there on only the actor travels.
 * Ids are plain uuids; `tenantId` is the one tenancy key.
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
 * The tag of the language in which an answer is said, for `languageOf`; without one the first language. It belongs to one
 * request: no row, no audit entry and no comparison knows it.
 */
type Asking = { readonly language?: string };

export type ActorKind = Actor['kind'];

/** Whether a record is real. It comes from the key that created the record, and a key never sees the other mode. */
export const MODES = ['TEST', 'LIVE'] as const;
export type Mode = (typeof MODES)[number];

/** What an API key may touch. A key without scopes named at its creation holds all of them. */
export const SCOPES = [
  'customers:read',
  'customers:write',
  'access:read',
  'webhooks:manage',
  'portal:write',
  'sandbox:write',
] as const;
export type Scope = (typeof SCOPES)[number];

/** Who did something, as history keeps it: a kind and an id, and never a name. */
export const actorId = (actor: Actor): string | null =>
  actor.kind === 'customer'
    ? actor.customerId
    : actor.kind === 'app'
      ? actor.keyId
      : actor.kind === 'staff'
        ? actor.staffId
        : null;
