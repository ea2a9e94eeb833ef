import { DocumentKind, DocumentSide } from '@gatehouse/domain';
import { z } from 'zod';
import { defined } from '../defined.ts';
import { id, idempotencyKey } from '../inputs.ts';
import { repeatable } from '../repeatable.ts';
import { byApp, router } from '../trpc.ts';

const documentId = id('document');

/** Uploading is begin (`create`), raw bytes (PUT to the address in the answer), and `complete`. */
export const documents = router({
  create: byApp
    .input(
      z.strictObject({
        customerId: id('customer'),
        kind: DocumentKind,
        side: DocumentSide.default('FRONT'),
        requirementId: id('requirement').optional(),
        idempotencyKey,
      }),
    )
    .mutation(repeatable((ctx, input) => ctx.engine.documents.create(ctx.actor, defined(input)))),
  complete: byApp
    .input(z.strictObject({ documentId, idempotencyKey }))
    .mutation(repeatable((ctx, input) => ctx.engine.documents.complete(ctx.actor, input.documentId))),
  list: byApp
    .input(z.strictObject({ customerId: id('customer') }))
    .query(({ ctx, input }) => ctx.engine.documents.list(ctx.actor, input.customerId)),
  remove: byApp
    .input(z.strictObject({ documentId, idempotencyKey }))
    .mutation(repeatable((ctx, input) => ctx.engine.documents.remove(ctx.actor, input.documentId))),
});
