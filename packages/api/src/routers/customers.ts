import { CustomerStatus, CustomerType, text, token } from '@gatehouse/domain';
import { z } from 'zod';
import { idempotent } from '../idempotent.ts';
import { email, expectedVersion, id, metadata, paging, profileChange, profileData } from '../inputs.ts';
import { byApp, byAppOrStaff, router } from '../trpc.ts';

const customerId = id('customer');

export const customers = router({
  create: idempotent(
    {
      type: CustomerType,
      program: token(60).exactOptional(),
      externalId: token(200).exactOptional(),
      email: email.exactOptional(),
      profile: profileData.exactOptional(),
      metadata: metadata.exactOptional(),
    },
    (ctx, input) => ctx.engine.customers.create(ctx.actor, input),
  ),
  get: byApp
    .input(z.strictObject({ customerId }))
    .query(({ ctx, input }) => ctx.engine.customers.get(ctx.actor, input.customerId)),
  list: byApp
    .input(
      z.strictObject({
        ...paging,
        status: CustomerStatus.exactOptional(),
        externalId: text.max(200).exactOptional(),
        email: email.exactOptional(),
      }),
    )
    .query(({ ctx, input }) => ctx.engine.customers.list(ctx.actor, input)),
  update: idempotent(
    {
      customerId,
      profile: profileChange.exactOptional(),
      email: email.nullable().exactOptional(),
      declaration: z.literal(true).exactOptional(),
      expectedVersion,
    },
    (ctx, { declaration, ...input }) =>
      ctx.engine.customers.update(ctx.actor, { ...input, ...(declaration ? { declare: true } : {}) }),
  ),
  submit: idempotent({ customerId, expectedVersion }, (ctx, input) =>
    ctx.engine.customers.update(ctx.actor, { ...input, declare: true }),
  ),
  archive: idempotent({ customerId, expectedVersion }, (ctx, input) => ctx.engine.customers.archive(ctx.actor, input)),
  setMetadata: idempotent({ customerId, metadata, expectedVersion }, (ctx, input) =>
    ctx.engine.customers.setMetadata(ctx.actor, input),
  ),
  timeline: byApp
    .input(z.strictObject({ customerId }))
    .query(({ ctx, input }) => ctx.engine.customers.timeline(ctx.actor, input.customerId)),
  availableActions: byAppOrStaff
    .input(z.strictObject({ customerId }))
    .query(({ ctx, input }) => ctx.engine.customers.availableActions(ctx.actor, input.customerId)),
});
