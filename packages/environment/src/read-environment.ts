import type { z } from 'zod';
import {
  type Name,
  type NameOf,
  namesOf,
  needOf,
  RETIRED,
  type Reader,
  type VARIABLES,
  variableOf,
} from './variables.ts';

export type Source = Readonly<Record<string, string | undefined>>;

type Variables = typeof VARIABLES;
type ValueOf<N extends Name, Need> =
  | z.output<Variables[N]['parse']>
  | (Need extends { needed: 'always' } | { otherwise: string } ? never : undefined);
/** The value of each variable that a reader reads, or undefined where an optional variable is missing. */
export type Environment<R extends Reader> = {
  readonly [N in NameOf<R>]: ValueOf<N, R extends keyof Variables[N]['by'] ? Variables[N]['by'][R] : never>;
};

/** Thrown when the environment does not allow a start, with one sentence for each missing or invalid variable. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/**
 * Reads the variables of a reader from the environment. A blank value counts as missing.
 *
 * @param demanded which of the variables that production requires are errors when they are missing. Default: all.
 * @throws EnvironmentError with all errors at once, without values.
 */
export function readEnvironment<R extends Reader>(
  reader: R,
  source: Source,
  demanded: readonly NameOf<R>[] = namesOf(reader),
): Environment<R> {
  const given = (name: string): string | undefined => (source[name]?.trim() ? source[name] : undefined);
  const production = given('GATEHOUSE_ENV')?.trim() === 'production';
  const problems: string[] = [];
  const read = (name: NameOf<R>): unknown => {
    const { needed, otherwise } = needOf(name, reader) ?? { needed: 'never' };
    const missed = needed === 'always' || (needed === 'inProduction' && production && demanded.includes(name));
    const value = given(name) ?? (missed ? undefined : otherwise);
    if (value === undefined) {
      if (missed) problems.push(`${name} is missing: ${variableOf(name).what}.`);
      return undefined;
    }
    const parsed = variableOf(name).parse.safeParse(value);
    if (!parsed.success) problems.push(`${name} is not valid: ${parsed.error.issues[0]?.message}`);
    return parsed.data;
  };
  const values = Object.fromEntries(namesOf(reader).map((name) => [name, read(name)]));
  const retired: Readonly<Record<string, string>> = RETIRED[reader] ?? {};
  for (const [name, sentence] of Object.entries(retired)) if (given(name) !== undefined) problems.push(sentence);
  if (problems.length > 0) throw new EnvironmentError(problems);
  return values as Environment<R>;
}
