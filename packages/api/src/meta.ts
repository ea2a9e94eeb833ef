import type { ErrorCode, Scope, StaffRole } from '@gatehouse/domain';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The REST route of a procedure, such as `GET /customers/{customerId}`. Names in braces are fields of its input. */
export type Rest = `${Method} /${string}`;

/** The metadata of a procedure. Its kind provides most of it, and its own line the rest. */
export type Meta = {
  /** Its permitted callers. A role includes those above it. */
  readonly callers: 'anyone' | 'app' | 'appOrStaff' | 'customer' | StaffRole;
  /** The scope that an app's key needs. The engine checks it. */
  readonly scope: Scope | null;
  /** Null for procedures that only our own pages call. */
  readonly rest: Rest | null;
  /** Its purpose in one sentence, without a full stop. */
  readonly summary: string;
  /** Does it accept an idempotency key? */
  readonly idempotent: boolean;
  /** Its error codes besides those of its kind. */
  readonly errors: readonly ErrorCode[];
};

/** The metadata of a kind of procedure, with defaults. */
export const about = (callers: Meta['callers'], summary: string, more: Partial<Meta> = {}): Meta => ({
  ...{ callers, summary, scope: null, rest: null, idempotent: false, errors: [] },
  ...more,
});
