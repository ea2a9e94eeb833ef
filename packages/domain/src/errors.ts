/**
 * Every way in which Gatehouse refuses. A code is stable and meant for programs, the message for a person, and `hint`
 * says what to do. `http` is the one map to the outside: the API derives tRPC's codes from it. A hint that points at
 * something in `data` stands under `hintWith`, by the name of what it points at, and is said only when that is there.
 */
export const ERRORS = {
  INVALID_INPUT: {
    http: 400,
    message: 'Something in the request is not valid.',
    hint: 'Correct the request and send it again.',
    hintWith: { issues: 'See data.issues for each field.' },
  },
  UNAUTHENTICATED: {
    http: 401,
    message: 'Sign in, or send a valid API key.',
    hint: 'Send Authorization: Bearer with a key of this tenant.',
  },
  SECOND_FACTOR_REQUIRED: {
    http: 403,
    message: 'A second factor is required.',
    hint: 'Set up an authenticator app, then sign in again.',
  },
  NOT_PERMITTED: { http: 403, message: 'You may not do this.', hint: 'Ask someone who holds the role or scope.' },
  NOT_FOUND: {
    http: 404,
    message: 'Nothing was found under this id.',
    hint: 'Check the id, and that the key belongs to the same mode.',
  },
  METHOD_NOT_ALLOWED: {
    http: 405,
    message: 'The method is not one of this address.',
    hint: 'Use GET for a query, POST for a mutation.',
  },
  UPDATE_NOT_ALLOWED: {
    http: 409,
    message: 'The profile cannot be changed in this status.',
    hint: 'See customers.availableActions for why not.',
    hintWith: { allowed: 'See data.allowed for what is possible now.' },
  },
  TRANSITION_NOT_ALLOWED: {
    http: 409,
    message: 'This is not possible in the current status.',
    hint: 'See customers.availableActions for why not.',
    hintWith: { allowed: 'See data.allowed for what is possible now.' },
  },
  VERSION_CONFLICT: {
    http: 409,
    message: 'The record has changed since you read it.',
    hint: 'Read it again.',
    hintWith: { currentVersion: 'Read it again; data.currentVersion names the current version.' },
  },
  ALREADY_DECIDED: { http: 409, message: 'Someone else decided meanwhile.', hint: 'Read the case again.' },
  HELD_BY_COLLEAGUE: {
    http: 409,
    message: 'A colleague holds this case.',
    hint: 'Take it over if you agreed on it.',
  },
  EMAIL_TAKEN: {
    http: 409,
    message: 'Another customer already has this email address.',
    hint: 'Use that customer, or another address.',
  },
  EXTERNAL_ID_TAKEN: {
    http: 409,
    message: 'Another customer already has this external id.',
    hint: 'Use that customer, or another id.',
  },
  IDEMPOTENCY_MISMATCH: {
    http: 409,
    message: 'This idempotency key was used for a different request.',
    hint: 'Use a new key for a new request.',
  },
  IDEMPOTENCY_IN_PROGRESS: {
    http: 409,
    message: 'A request with this idempotency key is still running.',
    hint: 'Try again in a moment.',
  },
  ENDPOINT_DISABLED: {
    http: 409,
    message: 'This endpoint is disabled, so nothing is sent to it.',
    hint: 'Enable it with webhookEndpoints.update, then send again.',
  },
  SAME_PERSON: { http: 409, message: 'Whoever proposes cannot confirm.', hint: 'Ask someone else to confirm it.' },
  GONE: { http: 410, message: 'This link has been used or has expired.', hint: 'Ask for a new link.' },
  TOO_LARGE: { http: 413, message: 'This is too large.', hint: 'Send less than the limit named in the message.' },
  UNSUPPORTED_FILE: { http: 415, message: 'This kind of file is not accepted.', hint: 'Send a JPEG, PNG or PDF.' },
  TOO_MANY_REQUESTS: { http: 429, message: 'Too many requests.', hint: 'Wait a little and try again.' },
  INTERNAL: {
    http: 500,
    message: 'Something went wrong on our side.',
    hint: 'Name the request id if it happens again.',
  },
  UNAVAILABLE: { http: 503, message: 'Gatehouse cannot be used at the moment.', hint: 'Try again in a few seconds.' },
} as const satisfies Record<string, ErrorEntry>;

type ErrorEntry = {
  readonly http: number;
  readonly message: string;
  readonly hint: string;
  readonly hintWith?: Readonly<Partial<Record<keyof ErrorData, string>>>;
};

export type ErrorCode = keyof typeof ERRORS;

/**
 * What became of a request that a fault broke off. A fault claims no more than is known, so its words are the code's,
 * followed by these.
 */
const FAULT_OUTCOMES = {
  UNCHANGED: { message: 'Nothing was changed.', hint: 'Try again.' },
  UNKNOWN: {
    message: 'It is not known whether your change was saved.',
    hint: 'Repeat it with the same idempotencyKey; without one, read the record first.',
  },
  SAVED: {
    message: 'What you asked for was done, but its answer could not be written.',
    hint: 'Do not repeat a change; read the record.',
  },
} as const;

export type FaultOutcome = keyof typeof FAULT_OUTCOMES;

/** One field's problem: `path` as in the request, and a sentence. */
type FieldIssue = { readonly path: string; readonly message: string };

/** What an error carries for programs. It never holds personal data. */
export type ErrorData = {
  readonly issues?: readonly FieldIssue[];
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

/** What to do about a refusal: a hint that points at the data when what it points at is there. */
function hintOf(code: ErrorCode, data: ErrorData): string {
  const { hint, hintWith = {} }: ErrorEntry = ERRORS[code];
  const pointing = (Object.keys(hintWith) as (keyof ErrorData)[]).find((key) => isThere(data[key]));
  return (pointing && hintWith[pointing]) ?? hint;
}

const isThere = (value: ErrorData[keyof ErrorData]): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined;

/**
 * A refusal. Everything that is not one of these is a fault, and is answered as INTERNAL without its text. Message and
 * hint are the code's own unless the place that refuses knows better words.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  readonly data: ErrorData;
  readonly hint: string;

  constructor(code: ErrorCode, message?: string, data: ErrorData = {}, hint: string = hintOf(code, data)) {
    super(message ?? ERRORS[code].message);
    this.code = code;
    this.data = data;
    this.hint = hint;
  }

  /** The refusal of an input whose shape is wrong, with every problem that a schema found in it. */
  static ofInput(problems: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): Refusal {
    const issues = problems.map(({ path, message }) => ({ path: path.join('.'), message }));
    return new Refusal('INVALID_INPUT', issues.length === 1 ? issues[0]?.message : undefined, { issues });
  }
}

/** The refusal that answers a fault. The fault itself is its cause, for the log, and never part of an answer. */
export function faultRefusal(code: 'INTERNAL' | 'UNAVAILABLE', outcome: FaultOutcome, cause: unknown): Refusal {
  const { message, hint } = FAULT_OUTCOMES[outcome];
  const own = ERRORS[code];
  const words = [`${own.message} ${message}`, `${hint} ${own.hint}`] as const;
  return Object.assign(new Refusal(code, words[0], { outcome }, words[1]), { cause });
}

/** Told by name and not by class, because a bundled page and the server each hold their own copy of this module. */
export const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && error.name === 'Refusal' && 'code' in error && String(error.code) in ERRORS;
