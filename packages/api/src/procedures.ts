import type { z } from 'zod';
import type { answer } from './answer.ts';
import type { Meta } from './meta.ts';
import { appRouter } from './root.ts';

/** Everything that is known of a procedure: its path, such as `customers.get`, what it takes, what it answers, and the rest. */
export type Described = Meta & {
  readonly path: string;
  /** The noun that it belongs to, which groups it in a reference. */
  readonly tag: string;
  readonly type: 'query' | 'mutation';
  readonly input: z.ZodType | null;
  readonly output: z.ZodType | null;
};

/** tRPC keeps the procedures flat, each under its whole path, and types them as they are nested. */
type Kept = {
  readonly _def: {
    readonly type: Described['type'];
    readonly meta: Meta;
    readonly inputs: readonly z.ZodType[];
    readonly output?: ReturnType<typeof answer>;
  };
};

/** Every procedure, in the order of its path. */
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
