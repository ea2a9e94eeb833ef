/** The parts of an error that may be logged. */
export type ErrorFacts = {
  readonly type: string;
  readonly code?: string;
  readonly constraint?: string;
  /** The stack: functions, files and lines, without the message. */
  readonly at: readonly string[];
  /** The facts of its cause. */
  readonly cause?: ErrorFacts;
};

const MOST_PLACES = 8;
const DEEPEST = 4;
/** The form of a class name, a code or a constraint. Other text may be personal. */
const NAME = /^[\w.-]{1,80}$/;
/** A stack location ends with file, line and column. */
const PLACE = /^at (?:[^(]+ \()?(?:file:|node:|\/|[A-Z]:\\)\S*:\d+:\d+\)?$/;

/**
 * Reduces an error to facts without personal data. Databases quote rows and parameters, parsers their input, network
 * libraries addresses, so messages and all properties except codes are dropped. A refusal's message can be looked up by
 * its code.
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

/** The stack begins with the message, whose lines may look like stack locations. */
function placesOf({ stack = '', message }: Error): string[] {
  const from = stack.indexOf(message);
  return stack
    .slice(from < 0 ? 0 : from + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => PLACE.test(line))
    .slice(0, MOST_PLACES);
}
