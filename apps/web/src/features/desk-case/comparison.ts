import type { CaseRun } from '@gatehouse/domain';
import { isForPerson } from '@gatehouse/domain';

/**
 * Says who has compared the customer's data with the documents. No check reads documents yet, so it is nobody, or it
 * was up to the person who passed the newest submission.
 */
export function comparison([newest]: readonly Pick<CaseRun, 'checks'>[]): string {
  const review = newest?.checks.find(isForPerson);
  return review?.status === 'PASSED' && review.by
    ? `No check compares this with the documents; that was left to ${review.by}, who approved it.`
    : 'Nobody has compared this with the documents yet.';
}
