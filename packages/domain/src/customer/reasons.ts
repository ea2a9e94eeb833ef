import { z } from 'zod';
import { reasons } from '../messages/en/reasons.ts';
import type { Message, MessageKey } from '../messages/message.ts';
import { problem } from '../messages/of-issue.ts';
import type { CustomerEvent } from './lifecycle.ts';

type Codes = { readonly [Event in ReasonedEvent]: readonly (keyof (typeof reasons)[Event])[] };

/** The events of the lifecycle that a person decides for a reason. */
export type ReasonedEvent = keyof typeof reasons & CustomerEvent;
export type ReasonCode = { [E in ReasonedEvent]: keyof (typeof reasons)[E] }[ReasonedEvent];

/** The reason codes of each such event: those that have words. */
export const REASON_CODES = Object.fromEntries(
  Object.entries(reasons).map(([event, codes]) => [event, Object.keys(codes)]),
) as unknown as Codes;

/** The reason codes of one event, as a zod enum. */
export const reasonSchema = <E extends ReasonedEvent>(event: E) =>
  z.enum(Object.keys(reasons[event]) as [Extract<keyof (typeof reasons)[E], string>], problem('input.reason'));

/** What a reason is called and what the customer reads; undefined where the event has no reasons, or no such one. */
export function reasonOf(event: CustomerEvent, code: string | null): { label: Message; sentence: Message } | undefined {
  const codes: { readonly [Event in CustomerEvent]?: object } = reasons;
  if (!Object.hasOwn(codes[event] ?? {}, code ?? '')) return undefined;
  // Both were found in the table just now.
  const words = (word: 'label' | 'sentence'): Message => ({ key: `reasons.${event}.${code}.${word}` as MessageKey });
  return { label: words('label'), sentence: words('sentence') };
}

/** What the customer reads, found without its event: a code that several events share has one sentence in all of them. */
export const reasonSentence = (code: string): Message | undefined =>
  (Object.keys(reasons) as ReasonedEvent[]).map((event) => reasonOf(event, code)?.sentence).find(Boolean);
