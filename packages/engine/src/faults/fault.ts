import { type FaultOutcome, faultRefusal, isRefusal, type Refusal } from '@gatehouse/domain';

/**
 * How a database says that it is away, or that the connection to it is: the driver's and the operating system's words,
 * and PostgreSQL's classes of error codes for the connection (08), its resources (53), an operator (57) and its own
 * system (58), and a transaction that it ended by itself (25P03, 25P04).
 */
const AWAY =
  /^(CONNECT_TIMEOUT|CONNECTION_\w+|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|(08|53|57|58)\w{3}|25P0[34])$/;

/** The error and those behind it: what reads and writes for us wraps the driver's error in one of its own. */
function* chainOf(error: unknown): Generator<Error> {
  for (let at = error, deep = 0; at instanceof Error && deep < 5; at = at.cause, deep += 1) yield at;
}

const codeOf = (error: Error): string => String((error as { code?: unknown }).code ?? '');

/** Is the database away, or the connection to it? Then trying again helps, and the answer is 503. */
const isOutage = (error: unknown): boolean => [...chainOf(error)].some((each) => AWAY.test(codeOf(each)));

/** What answers an error: a refusal as it is, and a fault with what is known of its outcome. */
export const answerFor = (error: unknown, outcome: FaultOutcome): Refusal =>
  isRefusal(error) ? error : faultRefusal(isOutage(error) ? 'UNAVAILABLE' : 'INTERNAL', outcome, error);

/**
 * What became of a transaction whose commit failed. Only the server can say that it was rolled back; a connection that
 * broke while it was asked says nothing.
 */
export const outcomeOfCommit = (error: unknown): FaultOutcome =>
  !isOutage(error) && [...chainOf(error)].some((each) => each.name === 'PostgresError') ? 'UNCHANGED' : 'UNKNOWN';
