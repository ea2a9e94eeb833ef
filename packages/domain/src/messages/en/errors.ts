/** Every way of refusing, and what to do about it. `hintWith` is said when the answer's data hold what it points at. */
export const errors = {
  INVALID_INPUT: {
    message: 'Something in the request is not valid.',
    hint: 'Correct the request and send it again.',
    hintWith: { issues: 'See data.issues for each field.' },
  },
  UNAUTHENTICATED: {
    message: 'Sign in, or send a valid API key.',
    hint: 'Send Authorization: Bearer with a key of this tenant.',
  },
  SECOND_FACTOR_REQUIRED: {
    message: 'A second factor is required.',
    hint: 'Set up an authenticator app, then sign in again.',
  },
  NOT_PERMITTED: { message: 'You may not do this.', hint: 'Ask someone who holds the role or scope.' },
  NOT_FOUND: {
    message: 'Nothing was found under this id.',
    hint: 'Check the id, and that the key belongs to the same mode.',
  },
  METHOD_NOT_ALLOWED: {
    message: 'The method is not one of this address.',
    hint: 'Use GET for a query, POST for a mutation.',
  },
  UPDATE_NOT_ALLOWED: {
    message: 'The profile cannot be changed in this status.',
    hint: 'See customers.availableActions for why not.',
    hintWith: { allowed: 'See data.allowed for what is possible now.' },
  },
  TRANSITION_NOT_ALLOWED: {
    message: 'This is not possible in the current status.',
    hint: 'See customers.availableActions for why not.',
    hintWith: { allowed: 'See data.allowed for what is possible now.' },
  },
  VERSION_CONFLICT: {
    message: 'The record has changed since you read it.',
    hint: 'Read it again.',
    hintWith: { currentVersion: 'Read it again; data.currentVersion names the current version.' },
  },
  ALREADY_DECIDED: { message: 'Someone else decided meanwhile.', hint: 'Read the case again.' },
  HELD_BY_COLLEAGUE: { message: 'A colleague holds this case.', hint: 'Take it over if you agreed on it.' },
  EMAIL_TAKEN: {
    message: 'Another customer already has this email address.',
    hint: 'Use that customer, or another address.',
  },
  EXTERNAL_ID_TAKEN: {
    message: 'Another customer already has this external id.',
    hint: 'Use that customer, or another id.',
  },
  IDEMPOTENCY_MISMATCH: {
    message: 'This idempotency key was used for a different request.',
    hint: 'Use a new key for a new request.',
  },
  IDEMPOTENCY_IN_PROGRESS: {
    message: 'A request with this idempotency key is still running.',
    hint: 'Try again in a moment.',
  },
  ENDPOINT_DISABLED: {
    message: 'This endpoint is disabled, so nothing is sent to it.',
    hint: 'Enable it with webhookEndpoints.update, then send again.',
  },
  SAME_PERSON: { message: 'Whoever proposes cannot confirm.', hint: 'Ask someone else to confirm it.' },
  GONE: { message: 'This link has been used or has expired.', hint: 'Ask for a new link.' },
  TOO_LARGE: { message: 'This is too large.', hint: 'Send less than the limit named in the message.' },
  UNSUPPORTED_FILE: { message: 'This kind of file is not accepted.', hint: 'Send a JPEG, PNG or PDF.' },
  TOO_MANY_REQUESTS: { message: 'Too many requests.', hint: 'Wait a little and try again.' },
  INTERNAL: {
    message: 'Something went wrong on our side.',
    hint: 'Name the request id if it happens again.',
  },
  UNAVAILABLE: { message: 'Gatehouse cannot be used at the moment.', hint: 'Try again in a few seconds.' },
} as const;

/** What became of a request that a fault broke off. These words follow the code's own. */
export const faultOutcomes = {
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
