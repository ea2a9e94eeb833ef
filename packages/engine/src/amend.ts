import { compile } from '@gatehouse/db';
import { isRefusal, Refusal } from '@gatehouse/domain';
import { type Change, prepare } from './change.ts';
import type { Deps } from './deps.ts';
import { type CustomerRecord, type CustomerRow, loadCustomer } from './record.ts';
import { asRefusal } from './refused.ts';

/** A decision about a record: what to change, or null for nothing, and what to answer once it is written. */
export type Decision<R> = { readonly change: Change | null; readonly answer: (after: CustomerRow) => R };

/** How often a lost compare-and-set is read again. Each loss means that someone else got through, so this is generous. */
const TRIES = 200;

/**
 * The one way in which a customer is written. It reads the record at a revision, lets `decide` look at it, and writes
 * where that revision still stands, as one statement; when someone else was faster it reads and decides again. Two last
 * checks that finish together can then not each believe that the other is still pending.
 */
export async function amend<R>(
  deps: Deps,
  tenantId: string,
  customerId: string,
  decide: (record: CustomerRecord) => Decision<R> | Promise<Decision<R>>,
): Promise<R> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const record = await loadCustomer(deps, tenantId, customerId);
    let decision: Decision<R>;
    try {
      decision = await decide(record);
    } catch (error) {
      // What is read after the record can be newer than it, so a refusal counts only while the record still stands.
      // Otherwise the loser of a race would be told of a state that nobody ever saw, and not of who won.
      if (isRefusal(error) && !(await stillStands(deps, record))) continue;
      throw error;
    }
    if (decision.change === null) return decision.answer(record.customer);
    const after = await commit(deps, record, decision.change);
    if (after) return decision.answer(after);
  }
  throw new Refusal('VERSION_CONFLICT');
}

async function stillStands(deps: Deps, { customer }: CustomerRecord): Promise<boolean> {
  const [row] = await deps.sql<
    { revision: string }[]
  >`select revision from customer where tenant_id = ${customer.tenantId} and id = ${customer.id}`;
  return Number(row?.revision) === customer.revision;
}

/** Writes a change as one prepared statement, or answers null when the record has moved on and nothing was written. */
export async function commit(deps: Deps, record: CustomerRecord, change: Change): Promise<CustomerRow | null> {
  const { head, writes, after } = prepare(record, change);
  const statement = compile(head, writes);
  try {
    const [result] = await deps.sql.unsafe<{ moved: number }[]>(statement.text, statement.params as never[], {
      prepare: true,
    });
    if (result?.moved !== 1) return null;
  } catch (error) {
    throw asRefusal(error);
  }
  deps.announce({ tenantId: after.tenantId, customerId: after.id });
  return after;
}

/** Refuses when the caller read another version than the one that stands. */
export function expectVersion(customer: CustomerRow, expected: number | undefined): void {
  if (expected === undefined || expected === customer.version) return;
  throw new Refusal('VERSION_CONFLICT', undefined, {
    currentVersion: customer.version,
    customerStatus: customer.customerStatus,
  });
}
