import type { Actor } from '@gatehouse/domain';
import type { Verbs } from '@gatehouse/engine';
import { z } from 'zod';
import { idempotencyKey } from './inputs.ts';
import { byApp } from './trpc.ts';

/** What an idempotent mutation gets: who asks, and verbs that write in one transaction where a key was sent. */
type Given = { readonly engine: Verbs; readonly actor: Extract<Actor, { kind: 'app' }> };

/**
 * A mutation by an app, which may be repeated: with an idempotency key, repeats within a day get the first one's answer,
 * and what it wrote is committed together with that answer. The key is part of every such input and belongs to the
 * tenant, so that two tenants never meet.
 *
 * @param shape the fields of the input besides the key. Unknown ones are refused.
 */
export const idempotent = <Shape extends z.ZodRawShape, Answer>(
  shape: Shape,
  run: (given: Given, input: z.output<z.ZodObject<Shape>>) => Promise<Answer>,
) =>
  byApp
    .input(z.strictObject({ ...shape, idempotencyKey }))
    .mutation(({ ctx: { engine, actor }, input: given, path }): Promise<Answer> => {
      const { idempotencyKey: key, ...rest } = given as { idempotencyKey?: string };
      const input = rest as z.output<z.ZodObject<Shape>>;
      if (!key) return run({ engine, actor }, input);
      const request = { tenantId: actor.tenantId, key, procedure: path, input };
      return engine.once(request, (verbs) => run({ engine: verbs, actor }, input));
    });
