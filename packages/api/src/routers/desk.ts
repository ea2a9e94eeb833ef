import {
  CustomerStatus,
  DECISION_EVENTS,
  DECISIONS,
  type DecisionEvent,
  line,
  MODES,
  prose,
  StaffRole,
  showId,
  text,
} from '@gatehouse/domain';
import { QUEUE_VIEWS, type QueueView } from '@gatehouse/engine';
import { z } from 'zod';
import { counter, id, paging } from '../inputs.ts';
import { byStaff, router } from '../trpc.ts';

const customerId = id('customer');
const note = prose(4000);
/** Nobody decides about a record other than the one they looked at, so naming its version is no choice. */
const lookedAt = counter;
const of = { customerId, expectedVersion: lookedAt };

const queue = router({
  list: byStaff('auditor')
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
  counts: byStaff('auditor').query(({ ctx }) => ctx.engine.desk.counts(ctx.actor)),
  claim: byStaff('reviewer')
    .input(z.strictObject({ customerId, takeOver: z.boolean().exactOptional() }))
    .mutation(({ ctx, input }) => ctx.engine.desk.assign(ctx.actor, { ...input, staffId: ctx.actor.staffId })),
  assign: byStaff('reviewer')
    .input(z.strictObject({ customerId, staffId: id('staff').nullable(), takeOver: z.boolean().exactOptional() }))
    .mutation(({ ctx, input }) => ctx.engine.desk.assign(ctx.actor, input)),
  expedite: byStaff('reviewer')
    .input(z.strictObject({ customerId, expedited: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.engine.desk.expedite(ctx.actor, input)),
});

const cases = router({
  get: byStaff('auditor')
    .input(z.strictObject({ customerId }))
    .query(({ ctx, input }) => ctx.engine.desk.case(ctx.actor, input.customerId)),
  note: byStaff('reviewer')
    .input(z.strictObject({ customerId, text: note }))
    .mutation(({ ctx, input }) => ctx.engine.desk.note(ctx.actor, input)),
});

/** Takes effect at once where role and row allow it, and becomes a proposal otherwise; the answer says which. */
const decision = <Event extends DecisionEvent>(event: Event) =>
  byStaff('reviewer')
    .input(z.strictObject({ ...of, ...DECISIONS[event].fields } as typeof of & (typeof DECISIONS)[Event]['fields']))
    .mutation(({ ctx, input }) => ctx.engine.desk.decide(ctx.actor, { event, ...(input as LookedAt) }));
type LookedAt = { readonly customerId: string; readonly expectedVersion: number };

const decisions = router({
  ...(Object.fromEntries(DECISION_EVENTS.map((event) => [event, decision(event)])) as {
    [Event in DecisionEvent]: ReturnType<typeof decision<Event>>;
  }),
  withdrawRequirement: byStaff('reviewer')
    .input(z.strictObject({ requirementId: id('requirement') }))
    .mutation(({ ctx, input }) => ctx.engine.desk.withdrawRequirement(ctx.actor, input.requirementId)),
});

const endpointId = id('endpoint');

/** Every partner's endpoints and how they do. Their owners have the same verbs with their own keys. */
const webhooks = router({
  list: byStaff('admin')
    .input(z.strictObject(paging))
    .query(({ ctx, input }) => ctx.engine.desk.webhooks.list(ctx.actor, input)),
  get: byStaff('admin')
    .input(z.strictObject({ ...paging, endpointId }))
    .query(({ ctx, input }) => ctx.engine.desk.webhooks.get(ctx.actor, input)),
  resend: byStaff('admin')
    .input(z.strictObject({ endpointId, deliveryId: id('delivery') }))
    .mutation(({ ctx, input }) => ctx.engine.desk.webhooks.resend(ctx.actor, input)),
  enable: byStaff('admin')
    .input(z.strictObject({ endpointId }))
    .mutation(({ ctx, input }) => ctx.engine.desk.webhooks.enable(ctx.actor, input.endpointId)),
});

const proposals = router({
  list: byStaff('auditor').query(({ ctx }) => ctx.engine.desk.proposals(ctx.actor)),
  confirm: byStaff('reviewer')
    .input(z.strictObject({ proposalId: id('proposal'), expectedVersion: lookedAt }))
    .mutation(({ ctx, input }) => ctx.engine.desk.confirm(ctx.actor, input.proposalId, input.expectedVersion)),
  decline: byStaff('reviewer')
    .input(z.strictObject({ proposalId: id('proposal') }))
    .mutation(({ ctx, input }) => ctx.engine.desk.decline(ctx.actor, input.proposalId)),
});

const staffId = id('staff');

const staff = router({
  me: byStaff('auditor').query(({ ctx }) => ({
    name: ctx.actor.name,
    role: ctx.actor.role,
    id: showId('staff', ctx.actor.staffId),
  })),
  colleagues: byStaff('auditor').query(({ ctx }) => ctx.engine.desk.colleagues(ctx.actor)),
  list: byStaff('admin').query(({ ctx }) => ctx.engine.staff.list(ctx.actor)),
  history: byStaff('admin').query(({ ctx }) => ctx.engine.staff.history(ctx.actor)),
  rename: byStaff('admin')
    .input(z.strictObject({ staffId, name: line(120) }))
    .mutation(({ ctx, input }) => ctx.engine.staff.rename(ctx.actor, input)),
  setRole: byStaff('admin')
    .input(z.strictObject({ staffId, role: StaffRole }))
    .mutation(({ ctx, input }) => ctx.engine.staff.setRole(ctx.actor, input)),
  disable: byStaff('admin')
    .input(z.strictObject({ staffId }))
    .mutation(({ ctx, input }) => ctx.engine.staff.disable(ctx.actor, input)),
  enable: byStaff('admin')
    .input(z.strictObject({ staffId }))
    .mutation(({ ctx, input }) => ctx.engine.staff.enable(ctx.actor, input)),
  resetFactor: byStaff('admin')
    .input(z.strictObject({ staffId }))
    .mutation(({ ctx, input }) => ctx.engine.staff.resetFactor(ctx.actor, input)),
  endSessions: byStaff('admin')
    .input(z.strictObject({ staffId }))
    .mutation(({ ctx, input }) => ctx.engine.staff.endSessions(ctx.actor, input)),
});

/** The audit log, for whoever has to be convinced of it. Verifying all of it is a call for each page. */
const audit = router({
  verify: byStaff('auditor')
    .input(z.strictObject({ ...paging, customerId: customerId.exactOptional() }))
    .query(({ ctx, input }) => ctx.engine.desk.verifyAudit(ctx.actor, input)),
  report: byStaff('auditor').query(({ ctx }) => ctx.engine.desk.reportAudit(ctx.actor)),
  seals: byStaff('auditor')
    .input(z.strictObject(paging))
    .query(({ ctx, input }) => ctx.engine.desk.listSeals(ctx.actor, input)),
  export: byStaff('auditor')
    .input(z.strictObject({ ...paging, customerId }))
    .query(({ ctx, input }) => ctx.engine.desk.exportAudit(ctx.actor, input)),
});

export const desk = router({ queue, cases, decisions, proposals, audit, staff, webhooks });
