import type { z } from 'zod';
import type { Message } from '../messages/message.ts';
import type { RequirementCode } from '../requirement/codes.ts';

/** A problem of a value: an item to ask the customer for, or a failure that no answer can resolve. */
export type FieldProblem = {
  readonly says: Message;
  readonly outcome: { readonly ask: RequirementCode } | 'failed';
};

/** The presentation of one input: its texts, its width and its autocomplete. */
export type InputWords = {
  readonly label?: string;
  readonly hint?: string;
  readonly autoComplete?: string;
  readonly chars?: number;
  /** The message when it is empty. */
  readonly missing?: string;
};

/**
 * One field of a program: its validation, its label, its page, and whether the gate requires it. The gate, the
 * portal's pages, the update's input, a requirement's target and the desk's data all read this row.
 */
export type Field<S extends z.ZodType = z.ZodType, Page extends string = string> = {
  readonly schema: S;
  readonly label: string;
  readonly page: Page;
  readonly required: boolean;
  /** The presentation of its input. */
  readonly input?: InputWords;
  /** The presentation of a structure's inputs, by the name of the part. */
  readonly parts?: Readonly<Record<string, InputWords>>;
  /**
   * The desk's template for the value, by line, with the name of the field or of its parts in braces, such as
   * `{postalCode} {city}`. `{age}` is a date's age in whole years. Lines without a known value are omitted.
   */
  readonly lines?: readonly string[];
  /** The profile check's rules beyond the format. The first problem is reported. `today` is `YYYY-MM-DD`. */
  judge?(value: z.output<S>, today: string): FieldProblem | null;
  /**
   * Checks that depend on today's date. They refuse at once, and not days later in a failed check: with a message of
   * the catalogue, or in the program's own.
   */
  refuse?(value: z.output<S>, today: string): Message | string | null;
};

/** Declares a field, which gives its rules the type of its value. */
export const field = <S extends z.ZodType, const Page extends string>(
  schema: S,
  about: Omit<Field<S, Page>, 'schema'>,
): Field<S, Page> => ({ schema, ...about });
