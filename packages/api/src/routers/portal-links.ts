import { z } from 'zod';
import { idempotent } from '../idempotent.ts';
import { id } from '../inputs.ts';
import { router } from '../trpc.ts';

export const portalLinks = router({
  /** A single-use link for the customer; with `sendTo: 'email'` it is mailed as well. */
  create: idempotent({ customerId: id('customer'), sendTo: z.literal('email').exactOptional() }, (ctx, input) =>
    ctx.engine.portalLinks.create(ctx.actor, input),
  ),
  revoke: idempotent({ portalLinkId: id('portalLink') }, (ctx, input) =>
    ctx.engine.portalLinks.revoke(ctx.actor, input.portalLinkId),
  ),
});
