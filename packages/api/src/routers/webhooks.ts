import { DeliveryStatus, EventType, StoredEventType, token, WebhookEndpointStatus, words } from '@gatehouse/domain';
import { z } from 'zod';
import { defined } from '../defined.ts';
import { id, idempotencyKey, paging } from '../inputs.ts';
import { repeatable } from '../repeatable.ts';
import { byApp, router } from '../trpc.ts';

const endpointId = id('endpoint');
const url = token(2000);
const description = words(200).optional();
const eventTypes = z.array(EventType).max(50).optional();
/** What was stored by an earlier version may be sent back as it was read. */
const storedEventTypes = z.array(StoredEventType).max(50).optional();

export const webhookEndpoints = router({
  create: byApp
    .input(z.strictObject({ url, description, eventTypes, idempotencyKey }))
    .mutation(repeatable((ctx, input) => ctx.engine.webhookEndpoints.create(ctx.actor, defined(input)))),
  list: byApp.query(({ ctx }) => ctx.engine.webhookEndpoints.list(ctx.actor)),
  get: byApp
    .input(z.strictObject({ endpointId }))
    .query(({ ctx, input }) => ctx.engine.webhookEndpoints.get(ctx.actor, input.endpointId)),
  update: byApp
    .input(
      z.strictObject({
        endpointId,
        url: url.optional(),
        description,
        eventTypes: storedEventTypes,
        status: WebhookEndpointStatus.optional(),
        idempotencyKey,
      }),
    )
    .mutation(
      repeatable((ctx, { endpointId: endpoint, ...input }) =>
        ctx.engine.webhookEndpoints.update(ctx.actor, defined({ id: endpoint, ...input })),
      ),
    ),
  remove: byApp
    .input(z.strictObject({ endpointId, idempotencyKey }))
    .mutation(repeatable((ctx, input) => ctx.engine.webhookEndpoints.remove(ctx.actor, input.endpointId))),
  rotateSecret: byApp
    .input(z.strictObject({ endpointId, idempotencyKey }))
    .mutation(repeatable((ctx, input) => ctx.engine.webhookEndpoints.rotateSecret(ctx.actor, input.endpointId))),
  sendTest: byApp
    .input(z.strictObject({ endpointId, idempotencyKey }))
    .mutation(repeatable((ctx, input) => ctx.engine.webhookEndpoints.sendTest(ctx.actor, input.endpointId))),
});

const deliveryId = id('delivery');

export const deliveries = router({
  list: byApp
    .input(z.strictObject({ ...paging, endpointId: endpointId.optional(), status: DeliveryStatus.optional() }))
    .query(({ ctx, input }) => ctx.engine.deliveries.list(ctx.actor, defined(input))),
  get: byApp
    .input(z.strictObject({ deliveryId }))
    .query(({ ctx, input }) => ctx.engine.deliveries.get(ctx.actor, input.deliveryId)),
  resend: byApp
    .input(z.strictObject({ deliveryId, idempotencyKey }))
    .mutation(repeatable((ctx, input) => ctx.engine.deliveries.resend(ctx.actor, input.deliveryId))),
  replay: byApp
    .input(
      z.strictObject({ endpointId, since: z.iso.datetime(), includeDelivered: z.boolean().optional(), idempotencyKey }),
    )
    .mutation(repeatable((ctx, input) => ctx.engine.deliveries.replay(ctx.actor, defined(input)))),
});
