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
 * The data of all declared programs, for other apps and demonstrations. It may have any field of any program; the
 * customer's program accepts its own.
 */
export type KnownProfile = All<ProfileOf<Fields>>;
export type KnownPatch = All<PatchOf<Fields>>;
export type KnownField = keyof KnownProfile;
