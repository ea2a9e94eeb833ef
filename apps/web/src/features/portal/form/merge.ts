import type { Values } from '../questions/values.ts';

/** A box whose value was changed elsewhere while another value was typed here. */
export type Conflict = { readonly name: string; readonly recorded: string; readonly typed: string };

type Sides = {
  /** What both sides last agreed on. */
  readonly before: Values;
  /** What stands elsewhere now. */
  readonly latest: Values;
  /** What stands in the boxes here. */
  readonly typed: Values;
};

/**
 * What to do about values that moved elsewhere: a box that nobody touched here takes the new one, and where something
 * else was typed the person decides.
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
