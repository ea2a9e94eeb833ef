import { documentContract as contract } from '@gatehouse/domain';
import { answer } from '../answer.ts';
import { idempotent } from '../idempotent.ts';
import { byApp, router } from '../trpc.ts';

/** Uploading is begin (`create`), raw bytes (PUT to the address in the answer), and `complete`. */
export const documents = router({
  create: idempotent(
    byApp('customers:write', 'POST /customers/{customerId}/documents', 'Begin an upload', [
      'UPDATE_NOT_ALLOWED',
      'TOO_MANY_REQUESTS',
    ]),
    contract.create,
    (ctx, input) => ctx.engine.documents.create(ctx.actor, input),
  ),
  complete: idempotent(
    byApp('customers:write', 'POST /documents/{documentId}/complete', 'Attach an upload', ['UPDATE_NOT_ALLOWED']),
    contract.complete,
    (ctx, input) => ctx.engine.documents.complete(ctx.actor, input.documentId),
  ),
  list: byApp('customers:read', 'GET /customers/{customerId}/documents', 'List the documents of a customer')
    .input(contract.list.input)
    .output(answer(contract.list.output))
    .query(({ ctx, input }) => ctx.engine.documents.list(ctx.actor, input.customerId)),
  remove: idempotent(
    byApp('customers:write', 'DELETE /documents/{documentId}', 'Take a document out', ['UPDATE_NOT_ALLOWED']),
    contract.remove,
    (ctx, input) => ctx.engine.documents.remove(ctx.actor, input.documentId),
  ),
});
