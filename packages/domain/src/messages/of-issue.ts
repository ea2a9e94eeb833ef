import type { z } from 'zod';
import { anyOf } from './any-of.ts';
import { type Argument, type ArgumentsOf, type Message, type MessageKey, message } from './message.ts';

/** A problem that a schema found. */
export type InputIssue = z.core.$ZodIssue;

type RuleKey = Extract<MessageKey, `input.${string}`>;
/** The facts of a rule that zod knows besides its message. */
type Bound = 'minimum' | 'maximum';
type BoundRule = { [Key in RuleKey]: keyof ArgumentsOf<Key> extends Bound ? Key : never }[RuleKey];

/** The message of a rule in a schema, as a key of the catalogue. zod fills in the bound. */
export const problem = (key: BoundRule): string => key;

/** An issue of a rule of our own, for `addIssue`. @param params further data of the issue. */
export const issueOf = ({ key, args }: Message, params: Readonly<Record<string, unknown>> = {}) => ({
  code: 'custom' as const,
  message: key,
  params: { ...args, ...params },
});

/**
 * The message of an issue that a schema found: the rule's own, or else one by the issue's code that names the field.
 * @param input the value that the schema parsed; zod does not say whether a value was there.
 */
export const messageOfIssue = (issue: InputIssue, input: unknown): Message =>
  issue.message.startsWith('input.') ? ofRule(issue) : byKind(issue, nameOf(issue.path), input);

function ofRule(issue: InputIssue): Message {
  const params = issue.code === 'custom' ? issue.params : undefined;
  const bound = { ...('minimum' in issue && { minimum: Number(issue.minimum) }) };
  const bounds = { ...bound, ...('maximum' in issue && { maximum: Number(issue.maximum) }) };
  // `problem` and `issueOf` accept only keys of the catalogue with their arguments.
  return { key: issue.message as MessageKey, args: { ...bounds, ...params } as Record<string, Argument> };
}

/** A message lists at most this many choices; the reference lists all. */
const MOST_CHOICES = 12;

function byKind(issue: InputIssue, field: string | Message, input: unknown): Message {
  switch (issue.code) {
    case 'invalid_type':
      return valueAt(input, issue.path) === undefined
        ? message('input.found.required', { field })
        : message('input.found.notOfKind', { field, kind: issue.expected });
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) === 1) return message('input.found.empty', { field });
      return message(`input.found.tooSmall.${unitOf(issue.origin)}`, { field, limit: Number(issue.minimum) });
    case 'too_big':
      return message(`input.found.tooBig.${unitOf(issue.origin)}`, { field, limit: Number(issue.maximum) });
    case 'unrecognized_keys': {
      const fields = [...issue.path, issue.keys.join(', ')].join('.').slice(0, 120);
      return message('input.found.noSuchField', { fields });
    }
    case 'invalid_value':
      return issue.values.length > MOST_CHOICES
        ? message('input.found.unknownValue', { field })
        : message('input.found.notOneOf', { field, values: anyOf(issue.values.map(String)) });
    case 'invalid_format':
      return issue.format === 'datetime'
        ? message('input.found.notATime', { field, example: '2026-01-31T09:00:00Z' })
        : message('input.found.wrongForm', { field });
    case 'invalid_union':
      return message('input.found.wrongKind', { field });
    case 'invalid_key':
      return ofKey(issue);
    default:
      return message('input.found.wrong', { field });
  }
}

/** A key may hold any text, so the message names the record instead. */
function ofKey({ path, issues: [first] }: z.core.$ZodIssueInvalidKey): Message {
  const record = path.slice(0, -1).join('.');
  const field = record ? message('input.found.key', { record }) : message('input.found.keyOfWhole');
  if (!first) return message('input.found.wrong', { field });
  return first.code === 'custom' ? messageOfIssue(first, '') : byKind(first, field, '');
}

const nameOf = (path: readonly PropertyKey[]): string | Message => path.join('.') || message('input.found.whole');

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key], input);

const unitOf = (origin: string): 'string' | 'array' | 'number' =>
  origin === 'string' || origin === 'array' ? origin : 'number';
