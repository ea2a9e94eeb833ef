/** Why an attempt to deliver a webhook got no answer. None contains a resolved address. */
export const attempts = {
  /** By the code of the failed connection. */
  codes: {
    ADDRESS_REFUSED: 'The host does not resolve to a public address.',
    ENOTFOUND: 'The host name was not found.',
    EAI_AGAIN: 'The host name could not be looked up.',
    ECONNREFUSED: 'The connection was refused.',
    ECONNRESET: 'The connection was reset.',
    UND_ERR_SOCKET: 'The connection was closed before the answer ended.',
    UND_ERR_CONNECT_TIMEOUT: 'The connection could not be made in time.',
    UND_ERR_HEADERS_OVERFLOW: "The answer's headers are too large.",
  },
  failed: 'The request failed.',
  failedWith: 'The request failed ({why}).',
  late: 'There was no whole answer within {seconds} s.',
  redirected: 'The endpoint redirects. Redirects are not followed.',
  stopped: 'The attempt was stopped.',
} as const;
