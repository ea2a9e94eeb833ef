import { message, Refusal } from '@gatehouse/domain';

/** How many processes open PDFs at once, and how many uploads may wait. Each takes memory. */
const AT_ONCE = 2;
const MOST_WAITING = 20;

let busy = 0;
const waiting: (() => void)[] = [];

/** Runs `work` when a slot is free. @throws UNAVAILABLE when too many wait already. */
export async function inSlot<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING)
      throw new Refusal('UNAVAILABLE', { says: message('refusals.documents.tooManyPdfs') });
    // A finished task passes its slot to the next waiting one, so that no new task takes it in between.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else busy += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}
