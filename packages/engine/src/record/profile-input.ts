import {
  type KnownPatch,
  type KnownProfile,
  message,
  type Profile,
  type Program,
  Refusal,
  type TenantTime,
} from '@gatehouse/domain';

/**
 * The data of a new customer, parsed and normalised by its program.
 * @throws INVALID_INPUT, naming each field that is wrong or unknown to the program.
 */
export const readData = (program: Program, profile: KnownProfile = {}): Profile => parsed(program.data, profile);

/** A change of a customer's data, in which null empties a field. @throws INVALID_INPUT, as above */
export const readChange = (program: Program, profile: KnownPatch = {}): Profile => parsed(program.change, profile);

function parsed(schema: Program['data'] | Program['change'], profile: unknown): Profile {
  const { data, error } = schema.safeParse({ profile });
  if (data) return data.profile;
  throw Refusal.ofInput(error.issues, { profile });
}

/** Checks that depend on today's date. They refuse at once, and not days later in a failed check. */
export function refuseImpossible(
  { fields }: Program,
  profile: Profile,
  changed: readonly string[],
  now: TenantTime,
): void {
  const issues = changed.flatMap((name) => {
    const why =
      profile[name] === undefined ? null : fields[name]?.refuse?.(profile[name], now.toISOString().slice(0, 10));
    if (!why) return [];
    const found = typeof why === 'string' ? message('input.own', { sentence: why }) : why;
    return [{ path: `profile.${name}`, message: found }];
  });
  if (issues.length > 0) throw Refusal.ofFields(issues);
}

/** Invisible characters that change the text direction: embeddings, overrides and isolates. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * The name of a customer in lists, headings and sentences; empty while nothing is known. The profile keeps the name
 * unchanged. Here direction characters are removed, because they would also affect the surrounding text.
 */
export const displayNameOf = (program: Program, profile: Profile): string =>
  program.displayName(profile).replaceAll(TURNS, '');
