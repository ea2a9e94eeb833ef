import { z } from 'zod';
import { defined } from '../defined.ts';
import { id, idempotencyKey } from '../inputs.ts';
import { repeatable } from '../repeatable.ts';
import { byApp, router } from '../trpc.ts';

export const portalLinks = router({
  /** A single-use link for the customer; with `sendTo: 'email'` it is mailed as well. */
  create: byApp
    .input(z.strictObject({ customerId: id('customer'), sendTo: z.literal('email').optional(), idempotencyKey }))
    .mutation(repeatable((ctx, input) => ctx.engine.portalLinks.create(ctx.actor, defined(input)))),
  revoke: byApp
    .input(z.strictObject({ portalLinkId: id('portalLink'), idempotencyKey }))
    .mutation(repeatable((ctx, input) => ctx.engine.portalLinks.revoke(ctx.actor, input.portalLinkId))),
});
