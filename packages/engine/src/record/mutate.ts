import { compile } from '@gatehouse/db';
import { type Actor, type ErrorCode, isRefusal, Refusal } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import type { Change } from './change.ts';
import { type CustomerRecord, type CustomerRow, loadCustomer } from './load.ts';
import { type Prepared, prepare } from './prepare.ts';

/** A decision about a record: what to change, or null for nothing, and what to answer once it is written. */
export type Mutation<R> = { readonly change: Change | null; readonly answer: (after: CustomerRow) => R };

/** How often a lost compare-and-set is read again. Each loss means that someone else got through, so this is generous. */
const TRIES = 200;

/**
 * The one way in which a customer is written. It reads the record at a revision, lets `decide` look at it, and writes
 * where that revision still stands, as one statement; when someone else was faster it reads and decides again. Two last
 * checks that finish together can then not each believe that the other is still pending.
 */
export async function mutate<R>(
  deps: Deps,
  actor: Actor,
  tenantId: string,
  customerId: string,
  decide: (record: CustomerRecord) => Mutation<R> | Promise<Mutation<R>>,
): Promise<R> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const record = await loadCustomer(deps, tenantId, customerId);
    let mutation: Mutation<R>;
    try {
      mutation = await decide(record);
    } catch (error) {
      // What is read after the record can be newer than it, so a refusal counts only while the record still stands.
      // Otherwise the loser of a race would be told of a state that nobody ever saw, and not of who won.
      if (isRefusal(error) && !(await stillStands(deps, record))) continue;
      throw error;
    }
    if (mutation.change === null) return mutation.answer(record.customer);
    const after = await commit(deps, prepare(record, actor, mutation.change));
    if (after) return mutation.answer(after);
  }
  throw new Refusal('VERSION_CONFLICT');
}

async function stillStands(deps: Deps, { customer }: CustomerRecord): Promise<boolean> {
  const [row] = await deps.sql<
    { revision: string }[]
  >`select revision from customer where tenant_id = ${customer.tenantId} and id = ${customer.id}`;
  return Number(row?.revision) === customer.revision;
}

/** Writes a new customer. @throws EMAIL_TAKEN, EXTERNAL_ID_TAKEN */
export async function insertCustomer(deps: Deps, actor: Actor, record: CustomerRecord, change: Change): Promise<void> {
  await commit(deps, prepare(record, actor, change, 'insert'));
}

/** Writes a change as one prepared statement, or answers null when the record has moved on and nothing was written. */
export async function commit(deps: Deps, { head, writes, after }: Prepared): Promise<CustomerRow | null> {
  const { text, params } = compile(head, writes);
  try {
    const [result] = await deps.sql.unsafe<{ moved: number }[]>(text, params as never[], { prepare: true });
    if (result?.moved !== 1) return null;
  } catch (error) {
    throw constraintRefusal(error);
  }
  deps.announce({ tenantId: after.tenantId, customerId: after.id });
  return after;
}

/** Refuses when the caller read another version than the one that stands. */
export function expectVersion(customer: CustomerRow, expected: number | undefined): void {
  if (expected === undefined || expected === customer.version) return;
  throw new Refusal('VERSION_CONFLICT', {
    data: { currentVersion: customer.version, customerStatus: customer.customerStatus },
  });
}

/** Constraints whose violation is somebody's input and not a fault. */
const CONSTRAINT_ERRORS: Record<string, ErrorCode> = {
  customer_email: 'EMAIL_TAKEN',
  customer_external_id: 'EXTERNAL_ID_TAKEN',
  proposal_four_eyes: 'SAME_PERSON',
  // Nobody has decided yet: a colleague proposed at the same moment.
  proposal_one_open: 'VERSION_CONFLICT',
};

/** The refusal behind a database error, or the error itself when it is a fault. */
function constraintRefusal(error: unknown): unknown {
  const { constraint_name: constraint } = error as { constraint_name?: string };
  const code = constraint ? CONSTRAINT_ERRORS[constraint] : undefined;
  return code ? new Refusal(code) : error;
}
