import { type FaultOutcome, faultRefusal, isRefusal, type Refusal } from '@gatehouse/domain';

/**
 * Error codes of an unreachable database or a broken connection: those of the driver and the operating system,
 * PostgreSQL's classes for connection (08), resources (53), operator intervention (57) and system errors (58), and
 * transactions that the server timed out (25P03, 25P04).
 */
const AWAY =
  /^(CONNECT_TIMEOUT|CONNECTION_\w+|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|(08|53|57|58)\w{3}|25P0[34])$/;

/** Yields the error and its causes, because the query builder wraps the driver's errors. */
function* chainOf(error: unknown): Generator<Error> {
  for (let at = error, deep = 0; at instanceof Error && deep < 5; at = at.cause, deep += 1) yield at;
}

const codeOf = (error: Error): string => String((error as { code?: unknown }).code ?? '');

/** Whether the database is unreachable. A retry then helps, and the answer is 503. */
const isOutage = (error: unknown): boolean => [...chainOf(error)].some((each) => AWAY.test(codeOf(each)));

/** Turns an error into the refusal that answers it: a refusal stays as it is, a fault gets its known outcome. */
export const answerFor = (error: unknown, outcome: FaultOutcome): Refusal =>
  isRefusal(error) ? error : faultRefusal(isOutage(error) ? 'UNAVAILABLE' : 'INTERNAL', outcome, error);

/**
 * The outcome of a transaction whose commit failed. Only an answer from the server proves a rollback; after a broken
 * connection the outcome is unknown.
 */
export const outcomeOfCommit = (error: unknown): FaultOutcome =>
  !isOutage(error) && [...chainOf(error)].some((each) => each.name === 'PostgresError') ? 'UNCHANGED' : 'UNKNOWN';
