import { individual } from './individual.ts';
import type { PatchOf, ProfileOf, Program } from './program.ts';

/** Every program of this installation. A customer names its own by its type and `program`. */
export const PROGRAMS = [individual] as const satisfies readonly Program[];

type Declared = (typeof PROGRAMS)[number];
/** The data of the declared programs, for those who know which they use: other apps, and demonstrations. */
export type KnownProfile = ProfileOf<Declared['fields']>;
export type KnownPatch = PatchOf<Declared['fields']>;
export type KnownField = keyof Declared['fields'];
