import {
  DocumentKind,
  DocumentSide,
  email,
  expectedVersion,
  freeKey,
  id,
  profileChange,
  prose,
  text,
} from '@gatehouse/domain';
import { renderSVG } from 'uqr';
import { z } from 'zod';
import { anyone, byCustomer, router } from '../trpc.ts';

/** What a draft may hold: what a person typed on one page, whatever it is, but not without bounds. */
const draft = z
  .record(freeKey(text.max(60)), z.union([text.max(5000), z.boolean(), z.null(), z.array(text.max(100)).max(20)]))
  .refine((values) => Object.keys(values).length <= 100, 'Use at most 100 fields.');
const subject = freeKey(text.regex(/^[\w:-]{1,80}$/));

/** A customer's own session. */
export const portal = router({
  session: byCustomer('Read everything that the portal shows').query(({ ctx }) => ctx.engine.portal.session(ctx.actor)),
  save: byCustomer('Keep what was typed so far')
    .input(z.strictObject({ subject, values: draft }))
    .mutation(({ ctx, input }) => ctx.engine.portal.save(ctx.actor, input)),
  continue: byCustomer('Continue with a page, which validates it')
    .input(z.strictObject({ subject, profile: profileChange, expectedVersion }))
    .mutation(({ ctx, input }) => ctx.engine.portal.continue(ctx.actor, input)),
  beginUpload: byCustomer('Begin an upload')
    .input(z.strictObject({ kind: DocumentKind, side: DocumentSide, requirementId: id('requirement').exactOptional() }))
    .mutation(({ ctx, input }) =>
      ctx.engine.documents.create(ctx.actor, { customerId: ctx.actor.customerId, ...input }),
    ),
  completeUpload: byCustomer('Attach an upload')
    .input(z.strictObject({ documentId: id('document') }))
    .mutation(({ ctx, input }) => ctx.engine.documents.complete(ctx.actor, input.documentId)),
  removeDocument: byCustomer('Take a document out')
    .input(z.strictObject({ documentId: id('document') }))
    .mutation(({ ctx, input }) => ctx.engine.documents.remove(ctx.actor, input.documentId)),
  submit: byCustomer('Declare the data true, and submit it')
    .input(z.strictObject({ expectedVersion }))
    .mutation(({ ctx, input }) => ctx.engine.portal.submit(ctx.actor, input)),
  answer: byCustomer('Answer what was asked')
    .input(
      z.strictObject({
        documents: z.array(id('document')).max(20).default([]),
        answers: z
          .array(z.strictObject({ requirementId: id('requirement'), text: prose(2000) }))
          .max(50)
          .default([]),
        profile: profileChange.exactOptional(),
        expectedVersion,
      }),
    )
    .mutation(({ ctx, input }) => ctx.engine.portal.answer(ctx.actor, input)),
  /** A link to go on with on another device, also as a picture that a phone's camera reads. */
  handOver: byCustomer('Make a link to continue on another device').mutation(async ({ ctx }) => {
    const link = await ctx.engine.portal.handOver(ctx.actor);
    return { ...link, picture: renderSVG(link.url, { border: 2 }) };
  }),
  /** Sends a new link to an address, with the same answer whether somebody has it or not. */
  requestLink: anyone(null, 'Send a new link to an email address')
    .input(z.strictObject({ email }))
    .mutation(async ({ ctx, input }) => {
      await ctx.engine.portalLinks.request(input.email, ctx.network);
      return { sent: true as const };
    }),
});
