/** What a log may know of an error. */
export type ErrorFacts = {
  readonly type: string;
  readonly code?: string;
  readonly constraint?: string;
  /** Where it was thrown: functions, files and lines, and nothing of its message. */
  readonly at: readonly string[];
  /** The same of the error behind it. */
  readonly cause?: ErrorFacts;
};

const MOST_PLACES = 8;
const DEEPEST = 4;
/** A name of a class, a code, a constraint. What looks otherwise may be somebody's. */
const NAME = /^[\w.-]{1,80}$/;
/** A place in a stack ends with file, line and column. */
const PLACE = /^at (?:[^(]+ \()?(?:file:|node:|\/|[A-Z]:\\)\S*:\d+:\d+\)?$/;

/**
 * An error without what may be personal data. A database quotes rows and parameters, a parser its input, a network
 * library addresses, so no message and no property of an error is kept but its code; the sentence of a refusal is found by
 * its code as well.
 */
export function errorFacts(error: unknown, depth = 0): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const { code, constraint_name: constraint } = error as { code?: unknown; constraint_name?: unknown };
  return {
    type: named(error.name) ?? 'Error',
    ...optional('code', named(code)),
    ...optional('constraint', named(constraint)),
    at: placesOf(error),
    ...(error.cause === undefined || depth >= DEEPEST ? {} : { cause: errorFacts(error.cause, depth + 1) }),
  };
}

const optional = <K extends string>(key: K, value: string | undefined) =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, string>>;

const named = (value: unknown): string | undefined =>
  (typeof value === 'string' || typeof value === 'number') && NAME.test(String(value)) ? String(value) : undefined;

/** The stack begins with the message, which may have lines that look like places. */
function placesOf({ stack = '', message }: Error): string[] {
  const from = stack.indexOf(message);
  return stack
    .slice(from < 0 ? 0 : from + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => PLACE.test(line))
    .slice(0, MOST_PLACES);
}
