import type { Actor } from '@gatehouse/domain';
import type { Context } from './context.ts';

type Call<A extends Actor, I> = {
  ctx: Context & { actor: A };
  input: I & { idempotencyKey?: string | undefined };
  path: string;
};

/**
 * A mutation that may be repeated: with an idempotency key, repeats within a day get the first one's answer. Keys belong
 * to a tenant, so two tenants never meet.
 */
export const repeatable =
  <A extends Extract<Actor, { tenantId: string }>, I, R>(
    run: (context: Context & { actor: A }, input: I) => Promise<R>,
  ) =>
  ({ ctx, input, path }: Call<A, I>): Promise<R> => {
    const { idempotencyKey, ...rest } = input as I & { idempotencyKey?: string };
    if (!idempotencyKey) return run(ctx, rest as I);
    return ctx.engine.once({ tenantId: ctx.actor.tenantId, key: idempotencyKey, procedure: path, input: rest }, () =>
      run(ctx, input as I),
    );
  };
