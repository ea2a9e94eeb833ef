import { initTRPC } from '@trpc/server';

/** A contract with all types that are hard to expand, for the test of the flattener. */
const t = initTRPC.context<{ secret: 'of the server' }>().create({
  errorFormatter: ({ error }) => ({ message: error.message, code: -32600 as const, data: { gatehouse: { hint: '' } } }),
});

type Tree = { name: string; children: Tree[] };

const trees = t.router({
  /** Finds a tree. */
  get: t.procedure.input((value) => value as { id: string; deep?: boolean | null }).query((): Tree => grow()),
  plant: t.procedure.input((value) => value as Pick<Tree, 'name'> & { at: Date }).mutation(() => {}),
});
const grow = (): Tree => ({ name: '', children: [] });

const router = t.router({
  trees,
  shapes: t.procedure.query(() => ({
    status: 'OPEN' as Status | null,
    tags: new Set<string>() as ReadonlySet<string>,
    pair: [1, 'a'] as readonly [number, string],
    list: [] as readonly ('x' | 'y')[],
    record: {} as Record<string, { 'a-b': 1 }>,
    branded: '' as unknown as string & { brand: true },
  })),
});

export type Status = 'OPEN' | 'CLOSED';
export type AppRouter = typeof router;
