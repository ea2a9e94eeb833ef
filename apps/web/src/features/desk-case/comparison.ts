import type { CaseRun } from '@gatehouse/domain';
import { isForPerson } from '@gatehouse/domain';

/**
 * Who has compared what the customer typed with the documents. No check reads a document yet, so it is nobody, or it was
 * left to the person who let the newest submission pass.
 */
export function comparison([newest]: readonly Pick<CaseRun, 'checks'>[]): string {
  const review = newest?.checks.find(isForPerson);
  return review?.status === 'PASSED' && review.by
    ? `No check compares this with the documents; that was left to ${review.by}, who approved it.`
    : 'Nobody has compared this with the documents yet.';
}
