import { type FaultOutcome, faultRefusal } from '@gatehouse/domain';

/**
 * How long an answer may take, in milliseconds. A database that hangs instead of failing would keep callers for ever; it
 * is no longer than a process that stops takes to finish what runs.
 */
export const ANSWER_WITHIN = 25_000;

/**
 * Waits for an answer for so many milliseconds. The work goes on behind it, because nobody can take back what the database
 * was told; a late failure of it disturbs nobody.
 * @param outcome what is known of the work when the time is over.
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
