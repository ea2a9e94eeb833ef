import { prose } from '@gatehouse/domain';
import { z } from 'zod';
import { defined } from '../defined.ts';
import { expectedVersion, id, idempotencyKey } from '../inputs.ts';
import { repeatable } from '../repeatable.ts';
import { byApp, router } from '../trpc.ts';

export const requirements = router({
  list: byApp
    .input(z.strictObject({ customerId: id('customer') }))
    .query(({ ctx, input }) => ctx.engine.requirements.list(ctx.actor, input.customerId)),
  answer: byApp
    .input(z.strictObject({ requirementId: id('requirement'), text: prose(2000), expectedVersion, idempotencyKey }))
    .mutation(repeatable((ctx, input) => ctx.engine.requirements.answer(ctx.actor, defined(input)))),
});
