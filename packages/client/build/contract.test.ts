import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compilerOptions, flattenContract } from './contract.ts';

const options = compilerOptions(join(import.meta.dirname, '../tsconfig.json'));
const flatten = (file: string) => flattenContract(join(import.meta.dirname, file), options);

test('expands a router, without its context', () => {
  expect(flatten('contract.fixture.ts')).toMatchInlineSnapshot(`
    "import type { TRPCBuiltRouter, TRPCQueryProcedure, TRPCMutationProcedure, TRPCSubscriptionProcedure } from '@trpc/server';

    type Recursive1 = {
            name: string;
            children: Recursive1[];
          };

    export type Status = "OPEN" | "CLOSED";

    export type AppRouter = TRPCBuiltRouter<{ ctx: object; meta: object; errorShape: {
      message: string;
      code: -32600;
      data: {
        gatehouse: {
          hint: string;
        };
      };
    }; transformer: true }, {
      trees: {
        /** Finds a tree. */
        get: TRPCQueryProcedure<{
          input: {
            id: string;
            deep?: boolean | undefined | null;
          };
          output: Recursive1;
          meta: object;
        }>;
        plant: TRPCMutationProcedure<{
          input: {
            name: string;
            at: Date;
          };
          output: void;
          meta: object;
        }>;
      };
      shapes: TRPCQueryProcedure<{
        input: void;
        output: {
          status: Status | null;
          tags: ReadonlySet<string>;
          pair: readonly [number, string];
          list: readonly ("x" | "y")[];
          record: {
            [key: string]: {
              "a-b": 1;
            };
          };
          branded: string;
        };
        meta: object;
      }>;
    }>;
    "
  `);
});

test('refuses types that cannot be serialised', () => {
  expect(() => flatten('unpublishable.fixture.ts')).toThrow('A function cannot be published: () => void');
});

test('refuses a contract that does not compile, because its types would become any', () => {
  expect(() => flatten('missing.ts')).toThrow('is not a module');
});
