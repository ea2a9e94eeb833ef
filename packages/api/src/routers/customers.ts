import { customerContract as contract } from '@gatehouse/domain';
import { answer } from '../answer.ts';
import { idempotent } from '../idempotent.ts';
import { byApp, byAppOrStaff, router } from '../trpc.ts';

export const customers = router({
  create: idempotent(
    byApp('customers:write', 'POST /customers', 'Create a customer', ['EMAIL_TAKEN', 'EXTERNAL_ID_TAKEN']),
    contract.create,
    (ctx, input) => ctx.engine.customers.create(ctx.actor, input),
  ),
  get: byApp('customers:read', 'GET /customers/{customerId}', 'Read a customer, with what is missing and what is asked')
    .input(contract.get.input)
    .output(answer(contract.get.output))
    .query(({ ctx, input }) => ctx.engine.customers.get(ctx.actor, input.customerId)),
  list: byApp('customers:read', 'GET /customers', 'List customers, newest first')
    .input(contract.list.input)
    .output(answer(contract.list.output))
    .query(({ ctx, input }) => ctx.engine.customers.list(ctx.actor, input)),
  update: idempotent(
    byApp('customers:write', 'PATCH /customers/{customerId}', 'Change a customer’s data', [
      'EMAIL_TAKEN',
      'UPDATE_NOT_ALLOWED',
    ]),
    contract.update,
    (ctx, { declaration, ...input }) =>
      ctx.engine.customers.update(ctx.actor, { ...input, ...(declaration ? { declare: true } : {}) }),
  ),
  submit: idempotent(
    byApp('customers:write', 'POST /customers/{customerId}/submit', 'Declare the data true, and submit it', [
      'UPDATE_NOT_ALLOWED',
    ]),
    contract.submit,
    (ctx, input) => ctx.engine.customers.update(ctx.actor, { ...input, declare: true }),
  ),
  archive: idempotent(
    byApp('customers:write', 'POST /customers/{customerId}/archive', 'Archive a customer that was never submitted', [
      'TRANSITION_NOT_ALLOWED',
    ]),
    contract.archive,
    (ctx, input) => ctx.engine.customers.archive(ctx.actor, input),
  ),
  setMetadata: idempotent(
    byApp('customers:write', 'PUT /customers/{customerId}/metadata', 'Replace your own notes on a customer'),
    contract.setMetadata,
    (ctx, input) => ctx.engine.customers.setMetadata(ctx.actor, input),
  ),
  timeline: byApp('customers:read', 'GET /customers/{customerId}/timeline', 'Read how the status came to be what it is')
    .input(contract.timeline.input)
    .output(answer(contract.timeline.output))
    .query(({ ctx, input }) => ctx.engine.customers.timeline(ctx.actor, input.customerId)),
  availableActions: byAppOrStaff(
    'customers:read',
    'GET /customers/{customerId}/available-actions',
    'Read what may be done with a customer now, and why not',
  )
    .input(contract.availableActions.input)
    .output(answer(contract.availableActions.output))
    .query(({ ctx, input }) => ctx.engine.customers.availableActions(ctx.actor, input.customerId)),
});
