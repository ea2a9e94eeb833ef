import type { inferRouterOutputs } from '@trpc/server';
import { resolveResponse } from '@trpc/server/http';
import { expect, expectTypeOf, test } from 'vitest';
import type { Context } from './context.ts';
import type { AppRouter } from './root.ts';
import { anyone, router } from './trpc.ts';

/** True if a value of this type, or one inside it, would not survive JSON unchanged. */
type Lost<T> = unknown extends T
  ? never
  : T extends
        | bigint
        | symbol
        | Date
        | Map<unknown, unknown>
        | Set<unknown>
        | Uint8Array
        | ((...given: never) => unknown)
    ? true
    : T extends readonly (infer E)[]
      ? Lost<E>
      : T extends object
        ? { [K in keyof T]-?: Lost<T[K]> }[keyof T]
        : never;

test('every answer is JSON by its type and needs no superjson metadata', () => {
  expectTypeOf<Lost<{ a: { b: Date }[] }>>().toEqualTypeOf<true>();
  expectTypeOf<Lost<inferRouterOutputs<AppRouter>>>().toEqualTypeOf<never>();
});

const procedure = anyone(null, 'Break');

/** Procedures that fail in every possible way. */
const broken = router({
  read: procedure.query(() => Promise.reject(new Error('canary'))),
  write: procedure.mutation(() => Promise.reject(new Error('canary'))),
  away: procedure.mutation(() => {
    throw new Error('Failed query: canary', { cause: Object.assign(new Error('x'), { code: 'CONNECTION_CLOSED' }) });
  }),
  unreadable: procedure.mutation(() => ({ amount: 10n })),
});

async function call(path: keyof typeof broken._def.record, method: 'GET' | 'POST') {
  const answer = await resolveResponse({
    router: broken,
    req: new Request(`http://x/${path}`, { method, headers: { 'content-type': 'application/json' } }),
    path,
    error: null,
    createContext: async () => ({ requestId: 'req_1' }) as Context,
  });
  const text = await answer.text();
  expect(text).not.toContain('canary');
  const { message, data } = JSON.parse(text).error.json;
  return { status: answer.status, code: data.gatehouse.code, message, outcome: data.gatehouse.data.outcome };
}

test('a fault claims only what is known of its outcome', async () => {
  expect(await call('read', 'GET')).toEqual({
    ...{ status: 500, code: 'INTERNAL', outcome: 'UNCHANGED' },
    message: 'Something went wrong on our side. Nothing was changed.',
  });
  expect(await call('write', 'POST')).toEqual({
    ...{ status: 500, code: 'INTERNAL', outcome: 'UNKNOWN' },
    message: 'Something went wrong on our side. It is not known whether your change was saved.',
  });
  expect(await call('away', 'POST')).toMatchObject({ status: 503, code: 'UNAVAILABLE', outcome: 'UNKNOWN' });
});

test('an answer that cannot be serialised says that the call was carried out', async () => {
  expect(await call('unreadable', 'POST')).toMatchObject({ status: 500, code: 'INTERNAL', outcome: 'SAVED' });
});
