import { portalLinkContract as contract } from '@gatehouse/domain';
import { idempotent } from '../idempotent.ts';
import { byApp, router } from '../trpc.ts';

export const portalLinks = router({
  /** A single-use link for the customer; with `sendTo: 'email'` it is mailed as well. */
  create: idempotent(
    byApp('portal:write', 'POST /customers/{customerId}/portal-links', 'Make a single-use link into the portal', [
      'UPDATE_NOT_ALLOWED',
    ]),
    contract.create,
    (ctx, input) => ctx.engine.portalLinks.create(ctx.actor, input),
  ),
  revoke: idempotent(
    byApp('portal:write', 'DELETE /portal-links/{portalLinkId}', 'Take a link back'),
    contract.revoke,
    (ctx, input) => ctx.engine.portalLinks.revoke(ctx.actor, input.portalLinkId),
  ),
});
