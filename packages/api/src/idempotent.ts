import { type Actor, type Exchange, token } from '@gatehouse/domain';
import type { Verbs } from '@gatehouse/engine';
import type { z } from 'zod';
import { answer } from './answer.ts';
import type { byApp } from './trpc.ts';

/** A request that is repeated with the same key within a day gets the same answer. */
const idempotencyKey = token(255).exactOptional();

/** The context of an idempotent mutation: the caller, and verbs that write in one transaction if a key was sent. */
type Given = { readonly engine: Verbs; readonly actor: Extract<Actor, { kind: 'app' }> };

/**
 * An idempotent mutation by an app: with an idempotency key, repeats within a day get the first one's answer, which is
 * committed together with its writes. The key is part of every such input and is scoped to the tenant. A new answer is
 * verified before it is stored. A stored one is not verified again, because an earlier version may have stored it in
 * another shape.
 *
 * @param exchange the input besides the key, and the answer.
 */
export const idempotent = <Input extends z.ZodObject, Output extends z.ZodType>(
  kind: ReturnType<typeof byApp>,
  { input: schema, output }: Exchange & { input: Input; output: Output },
  run: (given: Given, input: z.output<Input>) => Promise<z.output<Output>>,
) =>
  kind
    .meta({ ...kind._def.meta, idempotent: true } as NonNullable<typeof kind._def.meta>)
    .input(schema.extend({ idempotencyKey }) as z.ZodObject<Input['shape'] & { idempotencyKey: typeof idempotencyKey }>)
    .output(Object.assign((value: unknown) => value as z.output<Output>, { schema: output }))
    // TypeScript cannot infer the output of a generic schema, so the promise is cast.
    .mutation(({ ctx: { engine, actor }, input: given, path }) => {
      const { idempotencyKey: key, ...rest } = given as { idempotencyKey?: string };
      const input = rest as z.output<Input>;
      const verified = async (verbs: Verbs) => answer(output)(await run({ engine: verbs, actor }, input));
      if (!key) return verified(engine) as Promise<never>;
      const request = { tenantId: actor.tenantId, key, procedure: path, input };
      return engine.idempotent(request, verified) as Promise<never>;
    });
