import { DeliveryStatus, EventType, StoredEventType, token, WebhookEndpointStatus, words } from '@gatehouse/domain';
import { z } from 'zod';
import { idempotent } from '../idempotent.ts';
import { id, paging } from '../inputs.ts';
import { byApp, router } from '../trpc.ts';

const endpointId = id('endpoint');
const url = token(2000);
const description = words(200).exactOptional();
const eventTypes = z.array(EventType).max(50).exactOptional();
/** What was stored by an earlier version may be sent back as it was read. */
const storedEventTypes = z.array(StoredEventType).max(50).exactOptional();

export const webhookEndpoints = router({
  create: idempotent({ url, description, eventTypes }, (ctx, input) =>
    ctx.engine.webhookEndpoints.create(ctx.actor, input),
  ),
  list: byApp.query(({ ctx }) => ctx.engine.webhookEndpoints.list(ctx.actor)),
  get: byApp
    .input(z.strictObject({ endpointId }))
    .query(({ ctx, input }) => ctx.engine.webhookEndpoints.get(ctx.actor, input.endpointId)),
  update: idempotent(
    {
      endpointId,
      url: url.exactOptional(),
      description,
      eventTypes: storedEventTypes,
      status: WebhookEndpointStatus.exactOptional(),
    },
    (ctx, { endpointId: endpoint, ...input }) =>
      ctx.engine.webhookEndpoints.update(ctx.actor, { id: endpoint, ...input }),
  ),
  remove: idempotent({ endpointId }, (ctx, input) => ctx.engine.webhookEndpoints.remove(ctx.actor, input.endpointId)),
  rotateSecret: idempotent({ endpointId }, (ctx, input) =>
    ctx.engine.webhookEndpoints.rotateSecret(ctx.actor, input.endpointId),
  ),
  sendTest: idempotent({ endpointId }, (ctx, input) =>
    ctx.engine.webhookEndpoints.sendTest(ctx.actor, input.endpointId),
  ),
});

const deliveryId = id('delivery');

export const deliveries = router({
  list: byApp
    .input(
      z.strictObject({ ...paging, endpointId: endpointId.exactOptional(), status: DeliveryStatus.exactOptional() }),
    )
    .query(({ ctx, input }) => ctx.engine.deliveries.list(ctx.actor, input)),
  get: byApp
    .input(z.strictObject({ deliveryId }))
    .query(({ ctx, input }) => ctx.engine.deliveries.get(ctx.actor, input.deliveryId)),
  resend: idempotent({ deliveryId }, (ctx, input) => ctx.engine.deliveries.resend(ctx.actor, input.deliveryId)),
  replay: idempotent(
    { endpointId, since: z.iso.datetime(), includeDelivered: z.boolean().exactOptional() },
    (ctx, input) => ctx.engine.deliveries.replay(ctx.actor, input),
  ),
});
