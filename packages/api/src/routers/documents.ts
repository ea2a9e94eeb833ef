import { DocumentKind, DocumentSide } from '@gatehouse/domain';
import { z } from 'zod';
import { idempotent } from '../idempotent.ts';
import { id } from '../inputs.ts';
import { byApp, router } from '../trpc.ts';

const documentId = id('document');

/** Uploading is begin (`create`), raw bytes (PUT to the address in the answer), and `complete`. */
export const documents = router({
  create: idempotent(
    {
      customerId: id('customer'),
      kind: DocumentKind,
      side: DocumentSide.default('FRONT'),
      requirementId: id('requirement').exactOptional(),
    },
    (ctx, input) => ctx.engine.documents.create(ctx.actor, input),
  ),
  complete: idempotent({ documentId }, (ctx, input) => ctx.engine.documents.complete(ctx.actor, input.documentId)),
  list: byApp
    .input(z.strictObject({ customerId: id('customer') }))
    .query(({ ctx, input }) => ctx.engine.documents.list(ctx.actor, input.customerId)),
  remove: idempotent({ documentId }, (ctx, input) => ctx.engine.documents.remove(ctx.actor, input.documentId)),
});
