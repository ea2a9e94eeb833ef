/** What a log may know of an error. */
export type ErrorFacts = {
  readonly type: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly message?: string;
  readonly at: string[];
};

/** Failures of the network and the operating system: their messages name addresses and never people. */
const PLAIN = /^(E[A-Z]+|CONNECTION_[A-Z]+|CONNECT_TIMEOUT|UND_ERR_[A-Z_]+)$/;
/** Classes of PostgreSQL's error codes that speak of the server and not of data: connection, resources, operator, system. */
const OF_THE_SERVER = /^(08|53|57|58)/;

/**
 * An error without what may be personal data: a database quotes rows, a parser quotes its input, and so messages stay
 * out unless their kind is known to be harmless. The stack's places are always kept.
 */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const { code, constraint_name: constraint } = error as { code?: unknown; constraint_name?: unknown };
  const named = typeof code === 'string' || typeof code === 'number' ? String(code) : undefined;
  const harmless = named !== undefined && (PLAIN.test(named) || OF_THE_SERVER.test(named));
  return {
    type: error.name,
    ...(named === undefined ? {} : { code: named }),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(harmless ? { message: error.message } : {}),
    at: placesOf(error),
  };
}

const PLACES = 8;

const placesOf = ({ stack }: Error): string[] =>
  (stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, PLACES);
