import { z } from 'zod';
import { ID_PREFIXES, type IdKind, MAX_COUNTER, readId } from './ids.ts';
import { message } from './messages/message.ts';
import { issueOf, problem } from './messages/of-issue.ts';
import { text } from './profile/text.ts';

/**
 * The input and output of a procedure. `input` parses the request for the engine's verb. `output` describes the whole
 * answer: undeclared fields are refused, so that nothing leaks by accident.
 */
export type Exchange = { readonly input?: z.ZodType; readonly output: z.ZodType };

/** The exchanges of one noun, by the name of the procedure. */
export type Contract = Readonly<Record<string, Exchange>>;

/** The inputs of a noun's verbs, by the name of the procedure. */
export type InputsOf<C extends Contract> = {
  [Name in keyof C]: C[Name] extends { readonly input: infer Input extends z.ZodType } ? z.output<Input> : never;
};

/** A public id of one kind in a request, parsed into the plain uuid. */
export const id = (kind: IdKind) =>
  text.max(64).transform((shown, context) => {
    const read = readId(kind, shown);
    if (read) return read;
    context.addIssue(issueOf(message('input.id')));
    return z.NEVER;
  });

/** A public id of one kind in an answer. */
export const shownId = (kind: IdKind) => z.string().regex(new RegExp(`^${ID_PREFIXES[kind]}_[0-9a-z]{26}$`));

/**
 * A time in an answer, written by `toISOString`. It is described and not verified, because verifying costs too much.
 */
export const time = z.string().meta({ format: 'date-time' });

/** The start and the length of a page. */
export const paging = { cursor: text.max(500).exactOptional(), limit: z.int().min(1).max(100).default(25) };

/** A page of a list and the cursor of the next one, or null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
export type Page<Item> = { items: Item[]; nextCursor: string | null };

/** A record's counter, within the range of the database. */
export const counter = z.int().min(0).max(MAX_COUNTER);

/** The version that the caller read. The call is refused if the record has changed since. */
export const expectedVersion = counter.exactOptional();

/** Names that JavaScript reserves. Readers of an answer refuse or lose such keys, so they are not accepted. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** A name that the caller chooses and that becomes a key of an answer. Every record with free keys uses it. */
export const freeKey = (form: z.ZodString) => form.refine((key) => !RESERVED.has(key), problem('input.reservedKeys'));
