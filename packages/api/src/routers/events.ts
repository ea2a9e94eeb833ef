import { EventType } from '@gatehouse/domain';
import { z } from 'zod';
import { counter, id, paging } from '../inputs.ts';
import { byApp, router } from '../trpc.ts';

export const events = router({
  list: byApp
    .input(
      z.strictObject({
        ...paging,
        customerId: id('customer').exactOptional(),
        afterSequence: counter.exactOptional(),
        type: EventType.exactOptional(),
      }),
    )
    .query(({ ctx, input }) => ctx.engine.events.list(ctx.actor, input)),
  get: byApp
    .input(z.strictObject({ eventId: id('event') }))
    .query(({ ctx, input }) => ctx.engine.events.get(ctx.actor, input.eventId)),
});
