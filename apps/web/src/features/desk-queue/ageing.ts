import type { Tone } from '@gatehouse/domain';

/** After this share of the expected time a case is shown as due soon. */
const SOON = 0.75;

type Aged = { readonly statusChangedAt: string; readonly expectedBy: string | null };
export type Ageing = { readonly tone: Tone; readonly word: string } | null;

/**
 * Says how close a case is to the time by which an answer is expected. Null while there is plenty of time and where no
 * answer is expected. `now` is in milliseconds on the clock of the case's tenant. The label repeats what the colour
 * says.
 */
export function ageing({ statusChangedAt, expectedBy }: Aged, now: number): Ageing {
  if (expectedBy === null) return null;
  const began = Date.parse(statusChangedAt);
  const due = Date.parse(expectedBy);
  if (now >= due) return { tone: 'refused', word: 'Overdue' };
  return now - began >= (due - began) * SOON ? { tone: 'attention', word: 'Due soon' } : null;
}
