import type { z } from 'zod';
import { ENGLISH, say } from './language.ts';
import type { Message } from './message.ts';
import { messageOfIssue } from './of-issue.ts';

/** A sentence as English says it; null stays null. */
export const english = <Found extends Message | null>(message: Found): Found extends Message ? string : null =>
  (message && say(ENGLISH, message)) as Found extends Message ? string : null;

/** What a schema finds wrong with a value, in English; undefined where nothing is. */
export const problemsIn = (schema: z.ZodType, value: unknown): string[] | undefined =>
  schema.safeParse(value).error?.issues.map((issue) => english(messageOfIssue(issue, value)));
