import { z } from 'zod';
import { reasons } from '../messages/en/reasons.ts';
import type { Message, MessageKey } from '../messages/message.ts';
import { problem } from '../messages/of-issue.ts';
import type { CustomerEvent } from './lifecycle.ts';

type Codes = { readonly [Event in ReasonedEvent]: readonly (keyof (typeof reasons)[Event])[] };

/** The decisions that require a reason. */
export type ReasonedEvent = keyof typeof reasons & CustomerEvent;
export type ReasonCode = { [E in ReasonedEvent]: keyof (typeof reasons)[E] }[ReasonedEvent];

/** The reason codes of each such event, from the catalogue. */
export const REASON_CODES = Object.fromEntries(
  Object.entries(reasons).map(([event, codes]) => [event, Object.keys(codes)]),
) as unknown as Codes;

/** The reason codes of one event, as a zod enum. */
export const reasonSchema = <E extends ReasonedEvent>(event: E) =>
  z.enum(Object.keys(reasons[event]) as [Extract<keyof (typeof reasons)[E], string>], problem('input.reason'));

/** The label of a reason and its message for the customer; undefined where the event has no such reason. */
export function reasonOf(event: CustomerEvent, code: string | null): { label: Message; sentence: Message } | undefined {
  const codes: { readonly [Event in CustomerEvent]?: object } = reasons;
  if (!Object.hasOwn(codes[event] ?? {}, code ?? '')) return undefined;
  // Both keys exist in the table that was just read.
  const words = (word: 'label' | 'sentence'): Message => ({ key: `reasons.${event}.${code}.${word}` as MessageKey });
  return { label: words('label'), sentence: words('sentence') };
}

/**
 * The message for the customer, by code alone: a code that several events share has the same message in all of them.
 */
export const reasonMessage = (code: string): Message | undefined =>
  (Object.keys(reasons) as ReasonedEvent[]).map((event) => reasonOf(event, code)?.sentence).find(Boolean);
