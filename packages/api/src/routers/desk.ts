import {
  auditContract,
  caseContract,
  DECISION_EVENTS,
  type DecisionEvent,
  decisionContract,
  deskWebhookContract,
  ENGLISH,
  proposalContract,
  queueContract,
} from '@gatehouse/domain';
import { answer } from '../answer.ts';
import { byStaff, router } from '../trpc.ts';
import { staff } from './staff.ts';

const queue = router({
  list: byStaff('auditor', 'List the cases of a view')
    .input(queueContract.list.input)
    .output(answer(queueContract.list.output))
    .query(({ ctx, input }) => ctx.engine.desk.queue(ctx.actor, input)),
  counts: byStaff('auditor', 'Count the cases of each view')
    .output(answer(queueContract.counts.output))
    .query(({ ctx }) => ctx.engine.desk.counts(ctx.actor)),
  claim: byStaff('reviewer', 'Take a case')
    .input(queueContract.claim.input)
    .output(answer(queueContract.claim.output))
    .mutation(({ ctx, input }) => ctx.engine.desk.assign(ctx.actor, { ...input, staffId: ctx.actor.staffId })),
  assign: byStaff('reviewer', 'Give a case to somebody, or to nobody')
    .input(queueContract.assign.input)
    .output(answer(queueContract.assign.output))
    .mutation(({ ctx, input }) => ctx.engine.desk.assign(ctx.actor, input)),
  expedite: byStaff('reviewer', 'Put a case at the head of the queue, or back in line')
    .input(queueContract.expedite.input)
    .output(answer(queueContract.expedite.output))
    .mutation(({ ctx, input }) => ctx.engine.desk.expedite(ctx.actor, input)),
});

const cases = router({
  get: byStaff('auditor', 'Read everything about a case')
    .input(caseContract.get.input)
    .output(answer(caseContract.get.output))
    .query(({ ctx, input }) => ctx.engine.desk.case(ctx.actor, input.customerId)),
  note: byStaff('reviewer', 'Add an internal note')
    .input(caseContract.note.input)
    .output(answer(caseContract.note.output))
    .mutation(({ ctx, input }) => ctx.engine.desk.note(ctx.actor, input)),
});

/** Takes effect at once if role and transition allow it, and otherwise becomes a proposal; the answer says which. */
const decision = <Event extends DecisionEvent>(event: Event) =>
  byStaff('reviewer', `${ENGLISH.messages.actions[event]}, or propose it`)
    .input(decisionContract[event].input as (typeof decisionContract)[Event]['input'])
    .output(answer(decisionContract[event].output))
    .mutation(({ ctx, input }) => ctx.engine.desk.decide(ctx.actor, { event, ...(input as LookedAt) }));
type LookedAt = { readonly customerId: string; readonly expectedVersion: number };

const decisions = router({
  ...(Object.fromEntries(DECISION_EVENTS.map((event) => [event, decision(event)])) as {
    [Event in DecisionEvent]: ReturnType<typeof decision<Event>>;
  }),
  withdrawRequirement: byStaff('reviewer', 'Take back what was asked of a customer')
    .input(decisionContract.withdrawRequirement.input)
    .output(answer(decisionContract.withdrawRequirement.output))
    .mutation(({ ctx, input }) => ctx.engine.desk.withdrawRequirement(ctx.actor, input.requirementId)),
});

/** Every partner's endpoints and their state. Their owners have the same verbs with their own keys. */
const webhooks = router({
  list: byStaff('admin', 'List the endpoints of every partner')
    .input(deskWebhookContract.list.input)
    .output(answer(deskWebhookContract.list.output))
    .query(({ ctx, input }) => ctx.engine.desk.webhooks.list(ctx.actor, input)),
  get: byStaff('admin', 'Read an endpoint with its deliveries')
    .input(deskWebhookContract.get.input)
    .output(answer(deskWebhookContract.get.output))
    .query(({ ctx, input }) => ctx.engine.desk.webhooks.get(ctx.actor, input)),
  resend: byStaff('admin', 'Send a delivery again')
    .input(deskWebhookContract.resend.input)
    .output(answer(deskWebhookContract.resend.output))
    .mutation(({ ctx, input }) => ctx.engine.desk.webhooks.resend(ctx.actor, input)),
  enable: byStaff('admin', 'Enable an endpoint')
    .input(deskWebhookContract.enable.input)
    .output(answer(deskWebhookContract.enable.output))
    .mutation(({ ctx, input }) => ctx.engine.desk.webhooks.enable(ctx.actor, input.endpointId)),
});

const proposals = router({
  list: byStaff('auditor', 'List what waits for a second person')
    .output(answer(proposalContract.list.output))
    .query(({ ctx }) => ctx.engine.desk.proposals(ctx.actor)),
  confirm: byStaff('reviewer', 'Confirm a proposal')
    .input(proposalContract.confirm.input)
    .output(answer(proposalContract.confirm.output))
    .mutation(({ ctx, input }) => ctx.engine.desk.confirm(ctx.actor, input.proposalId, input.expectedVersion)),
  decline: byStaff('reviewer', 'Decline a proposal, or take back one’s own')
    .input(proposalContract.decline.input)
    .output(answer(proposalContract.decline.output))
    .mutation(({ ctx, input }) => ctx.engine.desk.decline(ctx.actor, input.proposalId)),
});

/** The audit log, for auditors. Verifying all of it takes a call for each page. */
const audit = router({
  verify: byStaff('auditor', 'Verify the audit log of one customer, or the next of all')
    .input(auditContract.verify.input)
    .output(answer(auditContract.verify.output))
    .query(({ ctx, input }) => ctx.engine.desk.verifyAudit(ctx.actor, input)),
  report: byStaff('auditor', 'Read what the last verification of the audit log found')
    .output(answer(auditContract.report.output))
    .query(({ ctx }) => ctx.engine.desk.reportAudit(ctx.actor)),
  seals: byStaff('auditor', 'List the seals of the audit log, newest first')
    .input(auditContract.seals.input)
    .output(answer(auditContract.seals.output))
    .query(({ ctx, input }) => ctx.engine.desk.listSeals(ctx.actor, input)),
  export: byStaff('auditor', 'Read the audit log of a customer')
    .input(auditContract.export.input)
    .output(answer(auditContract.export.output))
    .query(({ ctx, input }) => ctx.engine.desk.exportAudit(ctx.actor, input)),
});

export const desk = router({ queue, cases, decisions, proposals, audit, staff, webhooks });
