import type { z } from 'zod';

/**
 * What a procedure answers, verified and then answered as it is: nothing is left out, converted or copied. It is verified
 * at once and not as a promise, because zod compiles only that way; `schema` is for those who describe the API.
 *
 * @throws a fault where an answer holds something that its schema does not name, or lacks what it names.
 */
export const answer = <Schema extends z.ZodType>(schema: Schema) =>
  Object.assign(
    (value: unknown): z.output<Schema> => {
      schema.parse(value);
      return value as z.output<Schema>;
    },
    { schema },
  );
