import { portalContract as contract } from '@gatehouse/domain';
import { renderSVG } from 'uqr';
import { answer } from '../answer.ts';
import { anyone, byCustomer, router } from '../trpc.ts';

/** A customer's own session. */
export const portal = router({
  session: byCustomer('Read everything that the portal shows')
    .output(answer(contract.session.output))
    .query(({ ctx }) => ctx.engine.portal.session(ctx.actor)),
  save: byCustomer('Keep what was typed so far')
    .input(contract.save.input)
    .output(answer(contract.save.output))
    .mutation(({ ctx, input }) => ctx.engine.portal.save(ctx.actor, input)),
  continue: byCustomer('Continue with a page, which validates it')
    .input(contract.continue.input)
    .output(answer(contract.continue.output))
    .mutation(({ ctx, input }) => ctx.engine.portal.continue(ctx.actor, input)),
  beginUpload: byCustomer('Begin an upload')
    .input(contract.beginUpload.input)
    .output(answer(contract.beginUpload.output))
    .mutation(({ ctx, input }) =>
      ctx.engine.documents.create(ctx.actor, { customerId: ctx.actor.customerId, ...input }),
    ),
  completeUpload: byCustomer('Attach an upload')
    .input(contract.completeUpload.input)
    .output(answer(contract.completeUpload.output))
    .mutation(({ ctx, input }) => ctx.engine.documents.complete(ctx.actor, input.documentId)),
  removeDocument: byCustomer('Take a document out')
    .input(contract.removeDocument.input)
    .output(answer(contract.removeDocument.output))
    .mutation(({ ctx, input }) => ctx.engine.documents.remove(ctx.actor, input.documentId)),
  submit: byCustomer('Declare the data true, and submit it')
    .input(contract.submit.input)
    .output(answer(contract.submit.output))
    .mutation(({ ctx, input }) => ctx.engine.portal.submit(ctx.actor, input)),
  answer: byCustomer('Answer what was asked')
    .input(contract.answer.input)
    .output(answer(contract.answer.output))
    .mutation(({ ctx, input }) => ctx.engine.portal.answer(ctx.actor, input)),
  /** A link for another device, also as a QR code. */
  handOver: byCustomer('Make a link to continue on another device')
    .output(answer(contract.handOver.output))
    .mutation(async ({ ctx }) => {
      const link = await ctx.engine.portal.handOver(ctx.actor);
      return { ...link, picture: renderSVG(link.url, { border: 2 }) };
    }),
  /** Sends a new link to an address, with the same answer for known and unknown addresses. */
  requestLink: anyone(null, 'Send a new link to an email address')
    .input(contract.requestLink.input)
    .output(answer(contract.requestLink.output))
    .mutation(async ({ ctx, input }) => {
      await ctx.engine.portalLinks.request(input.email, ctx.network);
      return { sent: true as const };
    }),
});
