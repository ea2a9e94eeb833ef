import type { z } from 'zod';
import type { answer } from './answer.ts';
import type { Meta } from './meta.ts';
import { appRouter } from './root.ts';

/** A procedure with its path, such as `customers.get`, its input, its output and its metadata. */
export type Described = Meta & {
  readonly path: string;
  /** Its noun, which groups it in a reference. */
  readonly tag: string;
  readonly type: 'query' | 'mutation';
  readonly input: z.ZodType | null;
  readonly output: z.ZodType | null;
};

/** tRPC stores the procedures flat, by their full path, and types them as nested. */
type Kept = {
  readonly _def: {
    readonly type: Described['type'];
    readonly meta: Meta;
    readonly inputs: readonly z.ZodType[];
    readonly output?: ReturnType<typeof answer>;
  };
};

/** All procedures, ordered by path. */
export const PROCEDURES: readonly Described[] = Object.entries(
  appRouter._def.procedures as unknown as Readonly<Record<string, Kept>>,
)
  .map(
    ([
      path,
      {
        _def: { type, meta, inputs, output },
      },
    ]) => ({
      ...meta,
      ...{ path, type, tag: path.slice(0, path.lastIndexOf('.')) },
      input: inputs[0] ?? null,
      output: output?.schema ?? null,
    }),
  )
  .sort((one, other) => one.path.localeCompare(other.path));
