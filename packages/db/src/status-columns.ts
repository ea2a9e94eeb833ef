import { LIFECYCLES, type LifecycleName } from '@gatehouse/domain';
import { getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import * as schema from './schema/index.ts';

type StatusColumn = {
  /** The reference table of the statuses. */
  readonly statuses: PgTable;
  /** The column that holds a status; null where no table has one yet. */
  readonly of: { readonly table: PgTable; readonly column: string } | null;
  /** What a hand-written guard holds instead, because it checks more than the generated one can. */
  readonly ownGuard?: readonly ('begins' | 'steps')[];
};

/** Where the database stores each lifecycle. A new lifecycle does not compile until it has a row here. */
export const STATUS_COLUMNS: Readonly<Record<LifecycleName, StatusColumn>> = {
  customer: {
    statuses: schema.customerStatus,
    of: { table: schema.customer, column: 'customer_status' },
    ownGuard: ['begins', 'steps'],
  },
  enablement: { statuses: schema.enablementStatus, of: null },
  // A carried-over check begins as passed, which its hand-written guard verifies.
  check: {
    statuses: schema.checkStatus,
    of: { table: schema.verificationCheck, column: 'status' },
    ownGuard: ['begins'],
  },
  requirement: { statuses: schema.requirementStatus, of: { table: schema.requirement, column: 'status' } },
  proposal: {
    statuses: schema.proposalStatus,
    of: { table: schema.proposal, column: 'status' },
    ownGuard: ['begins', 'steps'],
  },
  document: { statuses: schema.documentStatus, of: { table: schema.document, column: 'state' } },
  delivery: { statuses: schema.deliveryStatus, of: { table: schema.delivery, column: 'status' } },
  webhookEndpoint: { statuses: schema.webhookEndpointStatus, of: { table: schema.webhookEndpoint, column: 'status' } },
};

export const statusTables = (): string[] => Object.values(STATUS_COLUMNS).map(({ statuses }) => getTableName(statuses));

/** The columns with a generated guard, each with the rules of that guard. */
export const guardedColumns = () =>
  Object.entries(STATUS_COLUMNS).flatMap(([name, { of, ownGuard = [] }]) => {
    if (!of || (ownGuard.includes('begins') && ownGuard.includes('steps'))) return [];
    const { initial, rows } = LIFECYCLES[name as LifecycleName];
    const steps = rows.map(({ from, to }): [string, string] => [from, to]);
    return [
      {
        lifecycle: name,
        table: getTableName(of.table),
        column: of.column,
        begins: ownGuard.includes('begins') ? null : initial,
        steps: ownGuard.includes('steps') ? null : steps,
      },
    ];
  });
