import {
  CustomerStatus,
  counter,
  DECISION_EVENTS,
  DECISIONS,
  type DecisionEvent,
  id,
  line,
  MODES,
  paging,
  prose,
  StaffRole,
  showId,
  text,
} from '@gatehouse/domain';
import { QUEUE_VIEWS, type QueueView } from '@gatehouse/engine';
import { z } from 'zod';
import { byStaff, router } from '../trpc.ts';

const customerId = id('customer');
const note = prose(4000);
/** Nobody decides about a record other than the one they looked at, so naming its version is no choice. */
const lookedAt = counter;
const of = { customerId, expectedVersion: lookedAt };

const queue = router({
  list: byStaff('auditor', 'List the cases of a view')
    .input(
      z.strictObject({
        ...paging,
        view: z.enum(Object.keys(QUEUE_VIEWS) as [QueueView, ...QueueView[]]).default('unassigned'),
        status: CustomerStatus.exactOptional(),
        mode: z.enum(MODES).exactOptional(),
        search: text.max(200).exactOptional(),
      }),
    )
    .query(({ ctx, input }) => ctx.engine.desk.queue(ctx.actor, input)),
  counts: byStaff('auditor', 'Count the cases of each view').query(({ ctx }) => ctx.engine.desk.counts(ctx.actor)),
  claim: byStaff('reviewer', 'Take a case')
    .input(z.strictObject({ customerId, takeOver: z.boolean().exactOptional() }))
    .mutation(({ ctx, input }) => ctx.engine.desk.assign(ctx.actor, { ...input, staffId: ctx.actor.staffId })),
  assign: byStaff('reviewer', 'Give a case to somebody, or to nobody')
    .input(z.strictObject({ customerId, staffId: id('staff').nullable(), takeOver: z.boolean().exactOptional() }))
    .mutation(({ ctx, input }) => ctx.engine.desk.assign(ctx.actor, input)),
  expedite: byStaff('reviewer', 'Put a case at the head of the queue, or back in line')
    .input(z.strictObject({ customerId, expedited: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.engine.desk.expedite(ctx.actor, input)),
});

const cases = router({
  get: byStaff('auditor', 'Read everything about a case')
    .input(z.strictObject({ customerId }))
    .query(({ ctx, input }) => ctx.engine.desk.case(ctx.actor, input.customerId)),
  note: byStaff('reviewer', 'Add an internal note')
    .input(z.strictObject({ customerId, text: note }))
    .mutation(({ ctx, input }) => ctx.engine.desk.note(ctx.actor, input)),
});

/** Takes effect at once where role and row allow it, and becomes a proposal otherwise; the answer says which. */
const decision = <Event extends DecisionEvent>(event: Event) =>
  byStaff('reviewer', `${DECISIONS[event].label}, or propose it`)
    .input(z.strictObject({ ...of, ...DECISIONS[event].fields } as typeof of & (typeof DECISIONS)[Event]['fields']))
    .mutation(({ ctx, input }) => ctx.engine.desk.decide(ctx.actor, { event, ...(input as LookedAt) }));
type LookedAt = { readonly customerId: string; readonly expectedVersion: number };

const decisions = router({
  ...(Object.fromEntries(DECISION_EVENTS.map((event) => [event, decision(event)])) as {
    [Event in DecisionEvent]: ReturnType<typeof decision<Event>>;
  }),
  withdrawRequirement: byStaff('reviewer', 'Take back what was asked of a customer')
    .input(z.strictObject({ requirementId: id('requirement') }))
    .mutation(({ ctx, input }) => ctx.engine.desk.withdrawRequirement(ctx.actor, input.requirementId)),
});

const endpointId = id('endpoint');

/** Every partner's endpoints and how they do. Their owners have the same verbs with their own keys. */
const webhooks = router({
  list: byStaff('admin', 'List the endpoints of every partner')
    .input(z.strictObject(paging))
    .query(({ ctx, input }) => ctx.engine.desk.webhooks.list(ctx.actor, input)),
  get: byStaff('admin', 'Read an endpoint with its deliveries')
    .input(z.strictObject({ ...paging, endpointId }))
    .query(({ ctx, input }) => ctx.engine.desk.webhooks.get(ctx.actor, input)),
  resend: byStaff('admin', 'Send a delivery again')
    .input(z.strictObject({ endpointId, deliveryId: id('delivery') }))
    .mutation(({ ctx, input }) => ctx.engine.desk.webhooks.resend(ctx.actor, input)),
  enable: byStaff('admin', 'Enable an endpoint')
    .input(z.strictObject({ endpointId }))
    .mutation(({ ctx, input }) => ctx.engine.desk.webhooks.enable(ctx.actor, input.endpointId)),
});

const proposals = router({
  list: byStaff('auditor', 'List what waits for a second person').query(({ ctx }) =>
    ctx.engine.desk.proposals(ctx.actor),
  ),
  confirm: byStaff('reviewer', 'Confirm a proposal')
    .input(z.strictObject({ proposalId: id('proposal'), expectedVersion: lookedAt }))
    .mutation(({ ctx, input }) => ctx.engine.desk.confirm(ctx.actor, input.proposalId, input.expectedVersion)),
  decline: byStaff('reviewer', 'Decline a proposal, or take back one’s own')
    .input(z.strictObject({ proposalId: id('proposal') }))
    .mutation(({ ctx, input }) => ctx.engine.desk.decline(ctx.actor, input.proposalId)),
});

const staffId = id('staff');

const staff = router({
  me: byStaff('auditor', 'Read who is signed in').query(({ ctx }) => ({
    name: ctx.actor.name,
    role: ctx.actor.role,
    id: showId('staff', ctx.actor.staffId),
  })),
  colleagues: byStaff('auditor', 'List who can hold a case').query(({ ctx }) => ctx.engine.desk.colleagues(ctx.actor)),
  list: byStaff('admin', 'List the accounts at the desk').query(({ ctx }) => ctx.engine.staff.list(ctx.actor)),
  history: byStaff('admin', 'Read what happened to accounts').query(({ ctx }) => ctx.engine.staff.history(ctx.actor)),
  rename: byStaff('admin', 'Rename an account')
    .input(z.strictObject({ staffId, name: line(120) }))
    .mutation(({ ctx, input }) => ctx.engine.staff.rename(ctx.actor, input)),
  setRole: byStaff('admin', 'Give an account another role')
    .input(z.strictObject({ staffId, role: StaffRole }))
    .mutation(({ ctx, input }) => ctx.engine.staff.setRole(ctx.actor, input)),
  disable: byStaff('admin', 'Disable an account')
    .input(z.strictObject({ staffId }))
    .mutation(({ ctx, input }) => ctx.engine.staff.disable(ctx.actor, input)),
  enable: byStaff('admin', 'Enable an account again')
    .input(z.strictObject({ staffId }))
    .mutation(({ ctx, input }) => ctx.engine.staff.enable(ctx.actor, input)),
  resetFactor: byStaff('admin', 'Reset the second factor of an account')
    .input(z.strictObject({ staffId }))
    .mutation(({ ctx, input }) => ctx.engine.staff.resetFactor(ctx.actor, input)),
  endSessions: byStaff('admin', 'End the sessions of an account')
    .input(z.strictObject({ staffId }))
    .mutation(({ ctx, input }) => ctx.engine.staff.endSessions(ctx.actor, input)),
});

/** The audit log, for whoever has to be convinced of it. Verifying all of it is a call for each page. */
const audit = router({
  verify: byStaff('auditor', 'Verify the audit log of one customer, or the next of all')
    .input(z.strictObject({ ...paging, customerId: customerId.exactOptional() }))
    .query(({ ctx, input }) => ctx.engine.desk.verifyAudit(ctx.actor, input)),
  report: byStaff('auditor', 'Read what the last verification of the audit log found').query(({ ctx }) =>
    ctx.engine.desk.reportAudit(ctx.actor),
  ),
  seals: byStaff('auditor', 'List the seals of the audit log, newest first')
    .input(z.strictObject(paging))
    .query(({ ctx, input }) => ctx.engine.desk.listSeals(ctx.actor, input)),
  export: byStaff('auditor', 'Read the audit log of a customer')
    .input(z.strictObject({ ...paging, customerId }))
    .query(({ ctx, input }) => ctx.engine.desk.exportAudit(ctx.actor, input)),
});

export const desk = router({ queue, cases, decisions, proposals, audit, staff, webhooks });
