import type { z } from 'zod';

/**
 * Verifies the answer of a procedure and returns it unchanged: nothing is omitted, converted or copied. Verification
 * is synchronous, because zod compiles only synchronous schemas; `schema` is for describing the API.
 *
 * @throws a fault if an answer has undeclared fields, or lacks declared ones.
 */
export const answer = <Schema extends z.ZodType>(schema: Schema) =>
  Object.assign(
    (value: unknown): z.output<Schema> => {
      schema.parse(value);
      return value as z.output<Schema>;
    },
    { schema },
  );
