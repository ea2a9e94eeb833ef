import { CustomerStatus, CustomerType, text, token } from '@gatehouse/domain';
import { z } from 'zod';
import { defined } from '../defined.ts';
import { email, expectedVersion, id, idempotencyKey, metadata, paging, profileChange, profileData } from '../inputs.ts';
import { repeatable } from '../repeatable.ts';
import { byApp, byAppOrStaff, router } from '../trpc.ts';

const customerId = id('customer');

export const customers = router({
  create: byApp
    .input(
      z.strictObject({
        type: CustomerType,
        program: token(60).optional(),
        externalId: token(200).optional(),
        email: email.optional(),
        profile: profileData.optional(),
        metadata: metadata.optional(),
        idempotencyKey,
      }),
    )
    .mutation(repeatable((ctx, input) => ctx.engine.customers.create(ctx.actor, defined(input)))),
  get: byApp
    .input(z.strictObject({ customerId }))
    .query(({ ctx, input }) => ctx.engine.customers.get(ctx.actor, input.customerId)),
  list: byApp
    .input(
      z.strictObject({
        ...paging,
        status: CustomerStatus.optional(),
        externalId: text.max(200).optional(),
        email: email.optional(),
      }),
    )
    .query(({ ctx, input }) => ctx.engine.customers.list(ctx.actor, defined(input))),
  update: byApp
    .input(
      z.strictObject({
        customerId,
        profile: profileChange.optional(),
        email: email.nullable().optional(),
        declaration: z.literal(true).optional(),
        expectedVersion,
        idempotencyKey,
      }),
    )
    .mutation(
      repeatable((ctx, { declaration, ...input }) =>
        ctx.engine.customers.update(ctx.actor, defined({ ...input, ...(declaration ? { declare: true } : {}) })),
      ),
    ),
  submit: byApp
    .input(z.strictObject({ customerId, expectedVersion, idempotencyKey }))
    .mutation(repeatable((ctx, input) => ctx.engine.customers.update(ctx.actor, defined({ ...input, declare: true })))),
  archive: byApp
    .input(z.strictObject({ customerId, expectedVersion, idempotencyKey }))
    .mutation(repeatable((ctx, input) => ctx.engine.customers.archive(ctx.actor, defined(input)))),
  setMetadata: byApp
    .input(z.strictObject({ customerId, metadata, expectedVersion, idempotencyKey }))
    .mutation(repeatable((ctx, input) => ctx.engine.customers.setMetadata(ctx.actor, defined(input)))),
  timeline: byApp
    .input(z.strictObject({ customerId }))
    .query(({ ctx, input }) => ctx.engine.customers.timeline(ctx.actor, input.customerId)),
  availableActions: byAppOrStaff
    .input(z.strictObject({ customerId }))
    .query(({ ctx, input }) => ctx.engine.customers.availableActions(ctx.actor, input.customerId)),
});
