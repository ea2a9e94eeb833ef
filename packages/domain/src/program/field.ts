import type { z } from 'zod';
import type { Message } from '../messages/message.ts';
import type { RequirementCode } from '../requirement/codes.ts';

/** What is wrong with a value: what is asked of the customer, or a failure that no answer can settle. */
export type FieldProblem = {
  readonly text: string;
  readonly outcome: { readonly ask: RequirementCode } | 'failed';
};

/** What a schema does not say about one box: its words, how wide it is, and what the browser may fill in. */
export type InputWords = {
  readonly label?: string;
  readonly hint?: string;
  readonly autoComplete?: string;
  readonly chars?: number;
  /** What is said when it is left empty. */
  readonly missing?: string;
};

/**
 * One field of a program: how it is validated, what it is called, on which page it is asked, and whether the gate asks
 * for it. The gate, the portal's pages, the update's input, a requirement's target and the desk's data all read this row.
 */
export type Field<S extends z.ZodType = z.ZodType, Page extends string = string> = {
  readonly schema: S;
  readonly label: string;
  readonly page: Page;
  readonly required: boolean;
  /** More about its box. */
  readonly input?: InputWords;
  /** More about the boxes of a structure, by the name of the part. */
  readonly parts?: Readonly<Record<string, InputWords>>;
  /**
   * How the desk writes the value, where it is not simply itself: line by line, with the name of the field, or those of its
   * parts, in braces, like `{postalCode} {city}`. Of a date `{age}` is in whole years. A line of which nothing is known is left out.
   */
  readonly lines?: readonly string[];
  /** What its check asks beyond the format. The first thing that is wrong is said. `today` is `YYYY-MM-DD`. */
  judge?(value: z.output<S>, today: string): FieldProblem | null;
  /**
   * What today's date refuses at once, so that nobody learns of it days later from a failed check: in words of the
   * catalogue, or in the program's own.
   */
  refuse?(value: z.output<S>, today: string): Message | string | null;
};

/** Declares a field, so that its rules know the type of its value. */
export const field = <S extends z.ZodType, const Page extends string>(
  schema: S,
  about: Omit<Field<S, Page>, 'schema'>,
): Field<S, Page> => ({ schema, ...about });
