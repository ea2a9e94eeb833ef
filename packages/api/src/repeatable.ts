import type { Actor } from '@gatehouse/domain';
import type { Verbs } from '@gatehouse/engine';
import type { Context } from './context.ts';

/** What a mutation that may be repeated gets: who asks, and verbs that write in one transaction where a key was sent. */
type Given<A extends Actor> = { readonly engine: Verbs; readonly actor: A };

type Call<A extends Actor, I> = {
  ctx: Context & { actor: A };
  input: I & { idempotencyKey?: string | undefined };
  path: string;
};

/**
 * A mutation that may be repeated: with an idempotency key, repeats within a day get the first one's answer, and what it
 * wrote is committed together with that answer. Keys belong to a tenant, so two tenants never meet.
 */
export const repeatable =
  <A extends Extract<Actor, { tenantId: string }>, I, R>(
    run: (given: Given<A>, input: Omit<I, 'idempotencyKey'>) => Promise<R>,
  ) =>
  ({ ctx: { engine, actor }, input, path }: Call<A, I>): Promise<R> => {
    const { idempotencyKey: key, ...rest } = input;
    if (!key) return run({ engine, actor }, rest);
    const request = { tenantId: actor.tenantId, key, procedure: path, input: rest };
    return engine.once(request, (verbs) => run({ engine: verbs, actor }, rest));
  };
