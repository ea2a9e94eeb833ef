import { type ErrorCode, Refusal } from '@gatehouse/domain';

/** Constraints whose violation is somebody's input and not a fault. */
const CONSTRAINTS: Record<string, ErrorCode> = {
  customer_email: 'EMAIL_TAKEN',
  customer_external_id: 'EXTERNAL_ID_TAKEN',
  proposal_four_eyes: 'SAME_PERSON',
  // Nobody has decided yet: a colleague proposed at the same moment.
  proposal_one_open: 'VERSION_CONFLICT',
};

/** The refusal behind a database error, or the error itself when it is a fault. */
export function constraintRefusal(error: unknown): unknown {
  const { constraint_name: constraint } = error as { constraint_name?: string };
  const code = constraint ? CONSTRAINTS[constraint] : undefined;
  return code ? new Refusal(code) : error;
}
