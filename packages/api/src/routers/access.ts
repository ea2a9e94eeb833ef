import { CAPABILITIES } from '@gatehouse/domain';
import { z } from 'zod';
import { id } from '../inputs.ts';
import { byApp, router } from '../trpc.ts';

export const access = router({
  /** May this customer do this now? Ask before every payment. */
  check: byApp
    .input(z.strictObject({ customerId: id('customer'), capability: z.enum(CAPABILITIES) }))
    .query(({ ctx, input }) => ctx.engine.access.check(ctx.actor, input)),
});
