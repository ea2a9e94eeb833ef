import { accessContract } from '@gatehouse/domain';
import { answer } from '../answer.ts';
import { byApp, router } from '../trpc.ts';

export const access = router({
  /** May this customer do this now? Ask before every payment. */
  check: byApp(
    'access:read',
    'GET /customers/{customerId}/access/{capability}',
    'Check whether a customer may do something now',
  )
    .input(accessContract.check.input)
    .output(answer(accessContract.check.output))
    .query(({ ctx, input }) => ctx.engine.access.check(ctx.actor, input)),
});
