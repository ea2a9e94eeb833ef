import { z } from 'zod';
import { ID_PREFIXES, type IdKind, MAX_COUNTER, readId } from './ids.ts';
import { message } from './messages/message.ts';
import { issueOf, problem } from './messages/of-issue.ts';
import { text } from './profile/text.ts';

/**
 * What a procedure takes and what it answers. `input` reads what arrives, and what it reads is what the engine's verb gets.
 * `output` says everything that is answered: a field that it does not name is refused, so that nothing travels by accident.
 */
export type Exchange = { readonly input?: z.ZodType; readonly output: z.ZodType };

/** The exchanges of one noun, by the name of the procedure. */
export type Contract = Readonly<Record<string, Exchange>>;

/** What the verbs of a noun get, by the name of the procedure. */
export type InputsOf<C extends Contract> = {
  [Name in keyof C]: C[Name] extends { readonly input: infer Input extends z.ZodType } ? z.output<Input> : never;
};

/** A public id of one kind, as it is sent. It arrives as text and goes on as the plain uuid. */
export const id = (kind: IdKind) =>
  text.max(64).transform((shown, context) => {
    const read = readId(kind, shown);
    if (read) return read;
    context.addIssue(issueOf(message('input.id')));
    return z.NEVER;
  });

/** A public id of one kind, as it is answered. */
export const shownId = (kind: IdKind) => z.string().regex(new RegExp(`^${ID_PREFIXES[kind]}_[0-9a-z]{26}$`));

/** A time as it is answered, written by `toISOString`. That costs more to verify than it is worth, so it is only described. */
export const time = z.string().meta({ format: 'date-time' });

/** Where a page begins, and how long it is. */
export const paging = { cursor: text.max(500).exactOptional(), limit: z.int().min(1).max(100).default(25) };

/** A page of a list and the cursor of the next one, or null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
export type Page<Item> = { items: Item[]; nextCursor: string | null };

/** A number that a record counts with: what the database cannot hold is no number of any record. */
export const counter = z.int().min(0).max(MAX_COUNTER);

/** The version that the caller read. When the record has moved on, the call is refused. */
export const expectedVersion = counter.exactOptional();

/** What JavaScript itself calls something: readers of an answer refuse them or lose them, so they are no keys. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** A name that the caller chooses and that becomes a key of an answer. Every record with free keys takes its keys here. */
export const freeKey = (form: z.ZodString) => form.refine((key) => !RESERVED.has(key), problem('input.reservedKeys'));
