import type { ActorKind, CustomerEvent, CustomerStatus, ProposalStatus, ReasonCode } from '@gatehouse/domain';
import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytea, owned, tenantTime } from './columns.ts';
import { customer } from './customer.ts';
import { proposal } from './proposal.ts';
import { customerTransition } from './reference.ts';

/** The history of statuses. It references the allowed transitions. A transition by two people also references a confirmed proposal, whose constraint enforces that they differ. */
export const statusChange = pgTable(
  'status_change',
  {
    ...owned(),
    customerId: uuid('customer_id').notNull(),
    version: integer('version').notNull(),
    fromStatus: text('from_status').$type<CustomerStatus>().notNull(),
    event: text('event').$type<CustomerEvent>().notNull(),
    toStatus: text('to_status').$type<CustomerStatus>().notNull(),
    people: integer('people').notNull(),
    actorKind: text('actor_kind').$type<ActorKind>().notNull(),
    actorId: uuid('actor_id'),
    reasonCode: text('reason_code').$type<ReasonCode>(),
    temporary: boolean('temporary'),
    sealed: bytea('sealed'),
    runId: uuid('run_id'),
    proposalId: uuid('proposal_id'),
    proposalStatus: text('proposal_status').$type<ProposalStatus>(),
    occurredAt: tenantTime('occurred_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'status_change_customer',
      columns: [table.tenantId, table.customerId],
      foreignColumns: [customer.tenantId, customer.id],
    }),
    unique('status_change_version').on(table.tenantId, table.customerId, table.version),
    unique('status_change_target').on(table.tenantId, table.customerId, table.id, table.toStatus),
    foreignKey({
      name: 'status_change_transition',
      columns: [table.fromStatus, table.event, table.toStatus, table.people],
      foreignColumns: [
        customerTransition.fromStatus,
        customerTransition.event,
        customerTransition.toStatus,
        customerTransition.people,
      ],
    }),
    foreignKey({
      name: 'status_change_proposal',
      columns: [table.tenantId, table.proposalId, table.proposalStatus],
      foreignColumns: [proposal.tenantId, proposal.id, proposal.status],
    }),
    check(
      'status_change_two_people',
      sql`${table.people} = 1 or (${table.proposalId} is not null and ${table.proposalStatus} = 'CONFIRMED')`,
    ),
  ],
);
