import { type FaultOutcome, faultRefusal } from '@gatehouse/domain';

/**
 * The deadline of an answer, in milliseconds, because a hanging database would keep callers for ever. It is no longer
 * than the shutdown period of a process.
 */
export const ANSWER_WITHIN = 25_000;

/**
 * Waits for an answer for this many milliseconds. The work continues afterwards, because database statements cannot be
 * taken back; a late failure is ignored.
 * @param outcome the known outcome of the work at the deadline.
 * @throws UNAVAILABLE when it takes longer.
 */
export async function answeredWithin<T>(limit: number, outcome: FaultOutcome, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const end = (): void =>
      reject(faultRefusal('UNAVAILABLE', outcome, new Error(`There was no answer within ${limit} ms.`)));
    timer = setTimeout(end, limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
