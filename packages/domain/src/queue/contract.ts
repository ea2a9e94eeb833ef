import { z } from 'zod';
import { MODES } from '../actor.ts';
import { type Contract, type InputsOf, id, pageOf, paging, shownId, time } from '../contract.ts';
import { CustomerStatus } from '../customer/lifecycle.ts';
import { CustomerType } from '../customer/types.ts';
import { text } from '../profile/text.ts';

/** The desk's views of the queue. */
export const QUEUE_VIEWS = {
  mine: 'Mine',
  unassigned: 'Unassigned',
  waiting: 'Waiting on customer',
  second: 'Second review',
  all: 'All',
} as const;
export type QueueView = keyof typeof QUEUE_VIEWS;
const QueueView = z.enum(Object.keys(QUEUE_VIEWS) as [QueueView, ...QueueView[]]);

const QueueRow = z.strictObject({
  id: shownId('customer'),
  displayName: z.string(),
  email: z.string().nullable(),
  type: CustomerType,
  mode: z.enum(MODES),
  partnerName: z.string(),
  customerStatus: CustomerStatus,
  statusChangedAt: time,
  expectedBy: time.nullable(),
  overdue: z.boolean(),
  /** How far the clock of these times is ahead of real time, in milliseconds. */
  clockOffset: z.number(),
  assignee: z.strictObject({ id: shownId('staff'), name: z.string() }).nullable(),
  needsPerson: z.boolean(),
  secondPerson: z.boolean(),
  expedited: z.boolean(),
  round: z.int(),
  /** The labels of the flagged and failed checks of the open run. */
  flags: z.array(z.string()),
});
export type QueueRow = z.output<typeof QueueRow>;

const QueueCounts = z.record(QueueView, z.int());
export type QueueCounts = z.output<typeof QueueCounts>;

const ofCustomer = z.strictObject({ customerId: id('customer') });
const takeOver = z.boolean().exactOptional();
const Assigned = z.strictObject({ assignedTo: shownId('staff').nullable() });

export const queueContract = {
  list: {
    input: z.strictObject({
      ...paging,
      view: QueueView.default('unassigned'),
      status: CustomerStatus.exactOptional(),
      mode: z.enum(MODES).exactOptional(),
      search: text.max(200).exactOptional(),
    }),
    output: pageOf(QueueRow),
  },
  counts: { output: QueueCounts },
  claim: { input: ofCustomer.extend({ takeOver }), output: Assigned },
  assign: { input: ofCustomer.extend({ staffId: id('staff').nullable(), takeOver }), output: Assigned },
  expedite: {
    input: ofCustomer.extend({ expedited: z.boolean() }),
    output: z.strictObject({ expedited: z.boolean() }),
  },
} satisfies Contract;

export type QueueInputs = InputsOf<typeof queueContract>;
