import {
  type IdKind,
  type KnownPatch,
  type KnownProfile,
  MAX_COUNTER,
  readId,
  text,
  token,
  words,
} from '@gatehouse/domain';
import { z } from 'zod';

/** A public id of one kind. It arrives as text and goes on as the plain uuid. */
export const id = (kind: IdKind) =>
  text.max(64).transform((shown, context) => {
    const read = readId(kind, shown);
    if (read) return read;
    context.addIssue({ code: 'custom', message: 'This is not an id of this kind.' });
    return z.NEVER;
  });

/** Where a page begins, and how long it is. */
export const paging = { cursor: text.max(500).exactOptional(), limit: z.int().min(1).max(100).default(25) };

/** With the same key, a repeated request gets the same answer for a day. */
export const idempotencyKey = token(255).exactOptional();

/** A number that a record counts with: what the database cannot hold is no number of any record. */
export const counter = z.int().min(0).max(MAX_COUNTER);

/** The version that the caller read. When the record has moved on, the call is refused. */
export const expectedVersion = counter.exactOptional();

/** What JavaScript itself calls something: readers of an answer refuse them or lose them, so they are no keys. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** A name that the caller chooses and that becomes a key of an answer. Every record with free keys takes its keys here. */
export const freeKey = (form: z.ZodString) =>
  form.refine((key) => !RESERVED.has(key), 'The names __proto__, constructor and prototype are reserved. Use another.');

/** The integrator's own notes: at most 50 short texts. */
export const metadata = z
  .record(freeKey(token(40)), words(500))
  .refine((value) => Object.keys(value).length <= 50, 'Use at most 50 keys.');

export const email = text.max(254).trim().toLowerCase().pipe(z.email('Enter an email address, like name@example.com.'));

/**
 * Data of a customer, passed on as it was sent: which fields there are says the customer's program, so the engine reads
 * them. The types name the fields of every program that this installation declares.
 */
const fields = z.unknown().check(({ value, issues }) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    issues.push({ code: 'invalid_type', expected: 'object', input: value });
});
export const profileData = fields as unknown as z.ZodType<KnownProfile, KnownProfile>;
export const profileChange = fields as unknown as z.ZodType<KnownPatch, KnownPatch>;
