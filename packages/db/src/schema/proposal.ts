import type { ActorKind, DecisionEvent, ProposalStatus, ReasonCode } from '@gatehouse/domain';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytea, owned, tenantTime } from './columns.ts';
import { customer } from './customer.ts';
import { proposalStatus } from './reference.ts';

/** A decision that waits for a second person. A constraint enforces that the proposer never confirms. */
export const proposal = pgTable(
  'proposal',
  {
    ...owned(),
    customerId: uuid('customer_id').notNull(),
    decision: text('decision').$type<DecisionEvent>().notNull(),
    status: text('status')
      .$type<ProposalStatus>()
      .notNull()
      .references(() => proposalStatus.status),
    proposedBy: uuid('proposed_by'),
    proposedByKind: text('proposed_by_kind').$type<ActorKind>().notNull(),
    decidedBy: uuid('decided_by'),
    reasonCode: text('reason_code').$type<ReasonCode>(),
    temporary: boolean('temporary'),
    sealed: bytea('sealed'),
    /** The customer’s version and revision at the proposal: the second person sees what changed since. */
    basedOnVersion: integer('based_on_version').notNull(),
    basedOnRevision: bigint('based_on_revision', { mode: 'number' }).notNull(),
    createdAt: tenantTime('created_at').notNull(),
    decidedAt: tenantTime('decided_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'proposal_customer',
      columns: [table.tenantId, table.customerId],
      foreignColumns: [customer.tenantId, customer.id],
    }),
    unique('proposal_state').on(table.tenantId, table.id, table.status),
    index('proposal_of_customer').on(table.tenantId, table.customerId),
    uniqueIndex('proposal_one_open').on(table.tenantId, table.customerId).where(sql`status = 'OPEN'`),
    check(
      'proposal_four_eyes',
      sql`${table.status} <> 'CONFIRMED' or (${table.decidedBy} is not null and ${table.decidedBy} is distinct from ${table.proposedBy})`,
    ),
  ],
);
