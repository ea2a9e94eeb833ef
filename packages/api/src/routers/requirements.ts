import { requirementContract as contract } from '@gatehouse/domain';
import { answer } from '../answer.ts';
import { idempotent } from '../idempotent.ts';
import { byApp, router } from '../trpc.ts';

export const requirements = router({
  list: byApp('customers:read', 'GET /customers/{customerId}/requirements', 'List what was asked of a customer')
    .input(contract.list.input)
    .output(answer(contract.list.output))
    .query(({ ctx, input }) => ctx.engine.requirements.list(ctx.actor, input.customerId)),
  answer: idempotent(
    byApp('customers:write', 'POST /requirements/{requirementId}/answer', 'Say something about what was asked', [
      'UPDATE_NOT_ALLOWED',
    ]),
    contract.answer,
    (ctx, input) => ctx.engine.requirements.answer(ctx.actor, input),
  ),
});
