import type { en } from './messages/en/index.ts';

/**
 * Every error code. A code is stable and meant for programs. Its message and its hint stand in the catalogue under
 * `errors`; neither compiles without the other. `http` is the status, from which the API derives tRPC's codes. A hint
 * `pointsAt` a key of the data, and names it when it is there.
 */
export const ERRORS = {
  INVALID_INPUT: { http: 400, pointsAt: 'issues' },
  UNAUTHENTICATED: { http: 401 },
  SECOND_FACTOR_REQUIRED: { http: 403 },
  NOT_PERMITTED: { http: 403 },
  NOT_FOUND: { http: 404 },
  METHOD_NOT_ALLOWED: { http: 405 },
  UPDATE_NOT_ALLOWED: { http: 409, pointsAt: 'allowed' },
  TRANSITION_NOT_ALLOWED: { http: 409, pointsAt: 'allowed' },
  VERSION_CONFLICT: { http: 409, pointsAt: 'currentVersion' },
  ALREADY_DECIDED: { http: 409 },
  HELD_BY_COLLEAGUE: { http: 409 },
  EMAIL_TAKEN: { http: 409 },
  EXTERNAL_ID_TAKEN: { http: 409 },
  IDEMPOTENCY_MISMATCH: { http: 409 },
  IDEMPOTENCY_IN_PROGRESS: { http: 409 },
  ENDPOINT_DISABLED: { http: 409 },
  SAME_PERSON: { http: 409 },
  GONE: { http: 410 },
  TOO_LARGE: { http: 413 },
  UNSUPPORTED_FILE: { http: 415 },
  TOO_MANY_REQUESTS: { http: 429 },
  INTERNAL: { http: 500 },
  UNAVAILABLE: { http: 503 },
} as const satisfies ErrorTable;

type Words = (typeof en)['errors'];
type ErrorTable = {
  readonly [Code in keyof Words]: { readonly http: number } & (Words[Code] extends { readonly hintWith: infer Hints }
    ? { readonly pointsAt: keyof Hints & keyof ErrorData }
    : unknown);
};

export type ErrorCode = keyof typeof ERRORS;

/** The outcome of a request that a fault interrupted. */
export type FaultOutcome = 'UNCHANGED' | 'UNKNOWN' | 'SAVED';

/** A problem of one field: `path` as in the request, and a message. */
export type FieldIssue<Words> = { readonly path: string; readonly message: Words };

/** The data of an error, for programs. It never holds personal data. */
export type ErrorData = {
  readonly issues?: readonly FieldIssue<string>[];
  readonly customerStatus?: string;
  readonly allowed?: readonly string[];
  readonly currentVersion?: number;
  /** With ALREADY_DECIDED: the name of the colleague who decided, and when. */
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  /** The name of the colleague who holds the case. */
  readonly heldBy?: string;
  /** Seconds until the limit allows the next request; also the header Retry-After. */
  readonly retryAfter?: number;
  /** With a fault: the outcome of the request. */
  readonly outcome?: FaultOutcome;
};
