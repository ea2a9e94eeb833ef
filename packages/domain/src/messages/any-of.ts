import { type Message, message } from './message.ts';

/** Joins alternatives: "a or b", and more than two as "a or b or c", or "a, b or c" with commas. */
export function anyOf(values: readonly (string | Message)[], between: 'or' | 'comma' = 'or'): string | Message {
  const [first = '', ...rest] = values;
  if (rest.length === 0) return first;
  return message(`lists.${rest.length === 1 ? 'or' : between}`, { first, second: anyOf(rest, between) });
}
