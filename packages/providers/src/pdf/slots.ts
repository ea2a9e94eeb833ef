import { Refusal } from '@gatehouse/domain';

/** How many processes open PDFs at once, and how many uploads wait for one. Each of them takes memory. */
const AT_ONCE = 2;
const MOST_WAITING = 20;

let busy = 0;
const waiting: (() => void)[] = [];

/** Runs `work` when a slot is free. @throws UNAVAILABLE when too many wait already. */
export async function inSlot<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING)
      throw new Refusal(
        'UNAVAILABLE',
        'Too many PDFs are being opened just now. Try again in a minute, or send a photo.',
      );
    // Whoever ends hands its slot on, so that nobody slips in between.
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
