import type { en } from './messages/en/index.ts';

/**
 * Every way in which Gatehouse refuses. A code is stable and meant for programs; its words, a message for a person and a
 * hint that says what to do, stand in the catalogue under `errors`, and neither compiles without the other. `http` is the
 * one map to the outside: the API derives tRPC's codes from it. Where what a hint `pointsAt` is in the data, the hint says so.
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

/** What became of a request that a fault broke off. */
export type FaultOutcome = 'UNCHANGED' | 'UNKNOWN' | 'SAVED';

/** One field's problem: `path` as in the request, and a sentence. */
export type FieldIssue<Words> = { readonly path: string; readonly message: Words };

/** What an error carries for programs. It never holds personal data. */
export type ErrorData = {
  readonly issues?: readonly FieldIssue<string>[];
  readonly customerStatus?: string;
  readonly allowed?: readonly string[];
  readonly currentVersion?: number;
  /** With ALREADY_DECIDED: the name of the one who did, and when. */
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  /** The name of the colleague who holds the case. */
  readonly heldBy?: string;
  /** In how many seconds a limit lets the next one through; also the header Retry-After. */
  readonly retryAfter?: number;
  /** Of a fault: what became of the request. */
  readonly outcome?: FaultOutcome;
};
