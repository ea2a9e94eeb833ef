import { individual } from './individual.ts';
import type { PatchOf, ProfileOf, Program } from './program.ts';

/** Every program of this installation. A customer names its own by its type and `program`. */
export const PROGRAMS = [individual] as const satisfies readonly Program[];

type Fields = (typeof PROGRAMS)[number]['fields'];
/** Every property of every member of a union. */
type All<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void
  ? { [Name in keyof I]: I[Name] }
  : never;

/**
 * The data of the declared programs, for those who know which they use: other apps, and demonstrations. Any field of any
 * program may be there; which of them a customer takes is its own program's.
 */
export type KnownProfile = All<ProfileOf<Fields>>;
export type KnownPatch = All<PatchOf<Fields>>;
export type KnownField = keyof KnownProfile;
