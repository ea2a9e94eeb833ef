import { compile } from '@gatehouse/db';
import { type Actor, type ErrorCode, isRefusal, Refusal } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import type { Change } from './change.ts';
import { type CustomerRecord, type CustomerRow, loadCustomer } from './load.ts';
import { type Prepared, prepare } from './prepare.ts';

/** The result of `decide`: the change, or null for none, and the answer once it is written. */
export type Mutation<R> = { readonly change: Change | null; readonly answer: (after: CustomerRow) => R };

/**
 * The number of retries of a lost compare-and-set. Each loss means that someone else succeeded, so this is generous.
 */
const TRIES = 200;

/**
 * The only way to write a customer. It reads the record at a revision, calls `decide`, and writes in one statement if
 * the revision is unchanged; otherwise it reads and decides again. So two last checks that finish together cannot both
 * see the other as pending.
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
      // Data that is read after the record can be newer, so a refusal counts only while the record is unchanged.
      // Otherwise the loser of a race would get a refusal about a mixed state that never existed.
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

/** Writes a change as one prepared statement. Returns null when the record has changed and nothing was written. */
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

/** Refuses when the caller read another version than the current one. */
export function expectVersion(customer: CustomerRow, expected: number | undefined): void {
  if (expected === undefined || expected === customer.version) return;
  throw new Refusal('VERSION_CONFLICT', {
    data: { currentVersion: customer.version, customerStatus: customer.customerStatus },
  });
}

/** Constraints whose violation is caused by input and is not a fault. */
const CONSTRAINT_ERRORS: Record<string, ErrorCode> = {
  customer_email: 'EMAIL_TAKEN',
  customer_external_id: 'EXTERNAL_ID_TAKEN',
  proposal_four_eyes: 'SAME_PERSON',
  // A colleague proposed at the same moment; nothing is decided yet.
  proposal_one_open: 'VERSION_CONFLICT',
};

/** The refusal behind a database error, or the error itself when it is a fault. */
function constraintRefusal(error: unknown): unknown {
  const { constraint_name: constraint } = error as { constraint_name?: string };
  const code = constraint ? CONSTRAINT_ERRORS[constraint] : undefined;
  return code ? new Refusal(code) : error;
}
