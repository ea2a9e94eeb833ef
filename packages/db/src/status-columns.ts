import { LIFECYCLES, type LifecycleName } from '@gatehouse/domain';
import { getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import * as schema from './schema/index.ts';

type StatusColumn = {
  /** The reference table of the statuses. */
  readonly statuses: PgTable;
  /** The column that holds a status; null where no record has one yet. */
  readonly of: { readonly table: PgTable; readonly column: string } | null;
  /** A guard of its own says more than the generated one could: where a row begins, or how it steps. */
  readonly ownGuard?: readonly ('begins' | 'steps')[];
};

/** Where each lifecycle stands in the database. A new one does not compile until it has answered here. */
export const STATUS_COLUMNS: Readonly<Record<LifecycleName, StatusColumn>> = {
  customer: {
    statuses: schema.customerStatus,
    of: { table: schema.customer, column: 'customer_status' },
    ownGuard: ['begins', 'steps'],
  },
  enablement: { statuses: schema.enablementStatus, of: null },
  // A check begins with a pass where one carries over, which its own guard looks at.
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

/** The columns that a generated guard holds, with what it holds. */
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
