import { deliveryContract, endpointContract } from '@gatehouse/domain';
import { answer } from '../answer.ts';
import { idempotent } from '../idempotent.ts';
import { byApp, router } from '../trpc.ts';

export const webhookEndpoints = router({
  create: idempotent(
    byApp('webhooks:manage', 'POST /webhook-endpoints', 'Register where events go'),
    endpointContract.create,
    (ctx, input) => ctx.engine.webhookEndpoints.create(ctx.actor, input),
  ),
  list: byApp('webhooks:manage', 'GET /webhook-endpoints', 'List your endpoints')
    .output(answer(endpointContract.list.output))
    .query(({ ctx }) => ctx.engine.webhookEndpoints.list(ctx.actor)),
  get: byApp('webhooks:manage', 'GET /webhook-endpoints/{endpointId}', 'Read an endpoint')
    .input(endpointContract.get.input)
    .output(answer(endpointContract.get.output))
    .query(({ ctx, input }) => ctx.engine.webhookEndpoints.get(ctx.actor, input.endpointId)),
  update: idempotent(
    byApp('webhooks:manage', 'PATCH /webhook-endpoints/{endpointId}', 'Change an endpoint'),
    endpointContract.update,
    (ctx, input) => ctx.engine.webhookEndpoints.update(ctx.actor, input),
  ),
  remove: idempotent(
    byApp('webhooks:manage', 'DELETE /webhook-endpoints/{endpointId}', 'Remove an endpoint'),
    endpointContract.remove,
    (ctx, input) => ctx.engine.webhookEndpoints.remove(ctx.actor, input.endpointId),
  ),
  rotateSecret: idempotent(
    byApp('webhooks:manage', 'POST /webhook-endpoints/{endpointId}/rotate-secret', 'Make a new signing secret'),
    endpointContract.rotateSecret,
    (ctx, input) => ctx.engine.webhookEndpoints.rotateSecret(ctx.actor, input.endpointId),
  ),
  sendTest: idempotent(
    byApp('webhooks:manage', 'POST /webhook-endpoints/{endpointId}/test', 'Send a test event', ['ENDPOINT_DISABLED']),
    endpointContract.sendTest,
    (ctx, input) => ctx.engine.webhookEndpoints.sendTest(ctx.actor, input.endpointId),
  ),
});

export const deliveries = router({
  list: byApp('webhooks:manage', 'GET /deliveries', 'List deliveries, newest first')
    .input(deliveryContract.list.input)
    .output(answer(deliveryContract.list.output))
    .query(({ ctx, input }) => ctx.engine.deliveries.list(ctx.actor, input)),
  get: byApp('webhooks:manage', 'GET /deliveries/{deliveryId}', 'Read a delivery with its attempts and its body')
    .input(deliveryContract.get.input)
    .output(answer(deliveryContract.get.output))
    .query(({ ctx, input }) => ctx.engine.deliveries.get(ctx.actor, input.deliveryId)),
  resend: idempotent(
    byApp('webhooks:manage', 'POST /deliveries/{deliveryId}/resend', 'Send a delivery again', ['ENDPOINT_DISABLED']),
    deliveryContract.resend,
    (ctx, input) => ctx.engine.deliveries.resend(ctx.actor, input.deliveryId),
  ),
  replay: idempotent(
    byApp('webhooks:manage', 'POST /webhook-endpoints/{endpointId}/replay', 'Send again what ended since a time', [
      'ENDPOINT_DISABLED',
    ]),
    deliveryContract.replay,
    (ctx, input) => ctx.engine.deliveries.replay(ctx.actor, input),
  ),
});
