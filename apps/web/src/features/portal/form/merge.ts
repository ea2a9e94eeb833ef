import type { Values } from '../questions/values.ts';

/** A field that was changed elsewhere while another value was typed here. */
export type Conflict = { readonly name: string; readonly recorded: string; readonly typed: string };

type Sides = {
  /** The last common value. */
  readonly before: Values;
  /** The value stored elsewhere. */
  readonly latest: Values;
  /** The value typed here. */
  readonly typed: Values;
};

/**
 * Merges values that were changed elsewhere. An unedited field takes the new value; for an edited one the person
 * chooses.
 */
export function merge(names: readonly string[], { before, latest, typed }: Sides) {
  const moved = names.filter((name) => latest[name] !== before[name]);
  const untouched = moved.filter((name) => typed[name] === before[name]);
  const conflicts = moved
    .filter((name) => !untouched.includes(name) && typed[name] !== latest[name])
    .map((name): Conflict => ({ name, recorded: latest[name] ?? '', typed: typed[name] ?? '' }));
  return { moved, taken: pick(latest, untouched), conflicts };
}

const pick = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? '']));
