import type { ErrorCode, Scope, StaffRole } from '@gatehouse/domain';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Where a procedure stands in REST, as `GET /customers/{customerId}`. What is in braces is a field of its input. */
export type Rest = `${Method} /${string}`;

/** What is known of a procedure besides its input and its answer. Its kind says most of it, and its line the rest. */
export type Meta = {
  /** Who may call it. A role means that role and those above it. */
  readonly callers: 'anyone' | 'app' | 'appOrStaff' | 'customer' | StaffRole;
  /** What an app's key has to hold, where an app calls. The engine asks for it. */
  readonly scope: Scope | null;
  /** Null for what only our own pages call. */
  readonly rest: Rest | null;
  /** What it does, in one sentence, without a full stop. */
  readonly summary: string;
  /** May it be repeated with an idempotency key? */
  readonly idempotent: boolean;
  /** How it may refuse, besides what every procedure of its kind may. */
  readonly errors: readonly ErrorCode[];
};

/** What a kind of procedure says, with what most of them share. */
export const about = (callers: Meta['callers'], summary: string, more: Partial<Meta> = {}): Meta => ({
  ...{ callers, summary, scope: null, rest: null, idempotent: false, errors: [] },
  ...more,
});
