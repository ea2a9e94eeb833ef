import { z } from 'zod';
import type { customerLifecycle } from './customer/lifecycle.ts';
import { REASON_CODES, type ReasonedEvent, reasonOf } from './customer/reasons.ts';
import type { enablementLifecycle } from './enablement/lifecycle.ts';
import type { TransitionRow } from './lifecycle.ts';
import { type Language, say } from './messages/language.ts';
import { type MessageKey, message } from './messages/message.ts';
import { type DeclaredCode, REQUIREMENT_CODES, type RequirementCode } from './requirement/codes.ts';

const DescribedTransition = z.strictObject({
  from: z.string(),
  to: z.string(),
  event: z.string(),
  trigger: z.string(),
  /** Does it happen by itself, or does a person or an app cause it? */
  automatic: z.boolean(),
  by: z.string(),
  people: z.literal([1, 2]),
  source: z.enum(['seed', 'derived']),
});

export const LifecycleDescription = z.strictObject({
  name: z.string(),
  /** Declared, but not used yet. */
  planned: z.boolean(),
  initial: z.string(),
  statuses: z.array(z.strictObject({ status: z.string(), label: z.string(), meaning: z.string() })),
  transitions: z.array(DescribedTransition),
});
export type LifecycleDescription = z.output<typeof LifecycleDescription>;

/** The lifecycles with messages in the catalogue, because other apps may read them. */
type Published = typeof customerLifecycle | typeof enablementLifecycle;

/** A lifecycle as data for other apps and docs, in one language. */
export function describeLifecycle({ name, planned, initial, ...published }: Published, language: Language) {
  const rows: readonly TransitionRow<string, string>[] = published.rows;
  // The catalogue has a message under each status and event of the lifecycle.
  const words = (key: string): string => say(language, { key: `lifecycles.${name}.${key}` as MessageKey });
  return {
    name,
    planned,
    initial,
    statuses: published.statuses.map((status) => ({
      status,
      label: words(`statuses.${status}.label`),
      meaning: words(`statuses.${status}.meaning`),
    })),
    transitions: rows.map(({ event, from, ...row }) => ({
      from,
      to: row.to,
      event,
      trigger: words(`triggers.${event}.${from}`),
      automatic: row.by === 'engine',
      by: row.by,
      people: row.people,
      source: row.source,
    })),
  } satisfies LifecycleDescription;
}

type DescribedReason = { readonly label: string; readonly customerSentence: string };

/** The reasons of each decision by event and code, with the message for the customer, in one language. */
export const describeReasons = (language: Language): Record<ReasonedEvent, Record<string, DescribedReason>> =>
  mapValues(REASON_CODES, (codes, event) =>
    Object.fromEntries(codes.map((code) => [code, describeReason(event, code, language)])),
  );

function describeReason(event: ReasonedEvent, code: string, language: Language): DescribedReason {
  const reason = reasonOf(event, code);
  return {
    label: reason ? say(language, reason.label) : '',
    customerSentence: reason ? say(language, reason.sentence) : '',
  };
}

/** Everything that can be asked of a customer, by code, in one language. */
export const describeRequirementCodes = (language: Language): Record<RequirementCode, DescribedCode> =>
  mapValues(REQUIREMENT_CODES, (_, code) => describeCode(code, language));

type DescribedCode = ReturnType<typeof describeCode>;

function describeCode(code: RequirementCode, language: Language) {
  const { nextBy, ...declared }: DeclaredCode = REQUIREMENT_CODES[code];
  const words = (word: 'sentence' | 'next' | 'good' | 'bad') =>
    say(language, message(`requirementCodes.${code}.${word}`));
  return {
    sentence: words('sentence'),
    next: words('next'),
    good: words('good'),
    bad: words('bad'),
    ...declared,
    ...(nextBy
      ? { nextBy: { [nextBy]: say(language, { key: `requirementCodes.${code}.nextBy` as MessageKey }) } }
      : {}),
  };
}

const mapValues = <Key extends string, Value, Mapped>(
  table: Readonly<Record<Key, Value>>,
  map: (value: Value, key: Key) => Mapped,
): Record<Key, Mapped> =>
  Object.fromEntries(Object.entries<Value>(table).map(([key, value]) => [key, map(value, key as Key)])) as Record<
    Key,
    Mapped
  >;
