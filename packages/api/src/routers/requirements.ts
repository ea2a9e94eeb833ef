import { prose } from '@gatehouse/domain';
import { z } from 'zod';
import { idempotent } from '../idempotent.ts';
import { expectedVersion, id } from '../inputs.ts';
import { byApp, router } from '../trpc.ts';

export const requirements = router({
  list: byApp
    .input(z.strictObject({ customerId: id('customer') }))
    .query(({ ctx, input }) => ctx.engine.requirements.list(ctx.actor, input.customerId)),
  answer: idempotent({ requirementId: id('requirement'), text: prose(2000), expectedVersion }, (ctx, input) =>
    ctx.engine.requirements.answer(ctx.actor, input),
  ),
});
