import { eventContract as contract } from '@gatehouse/domain';
import { answer } from '../answer.ts';
import { byApp, router } from '../trpc.ts';

export const events = router({
  list: byApp('customers:read', 'GET /events', 'List events in their order, from where you left off')
    .input(contract.list.input)
    .output(answer(contract.list.output))
    .query(({ ctx, input }) => ctx.engine.events.list(ctx.actor, input)),
  get: byApp('customers:read', 'GET /events/{eventId}', 'Read an event')
    .input(contract.get.input)
    .output(answer(contract.get.output))
    .query(({ ctx, input }) => ctx.engine.events.get(ctx.actor, input.eventId)),
});
