import superjson, { type SuperJSONResult } from 'superjson';

/**
 * How inputs are written and answers are read. An answer without notes on its values is JSON as it stands, with every key
 * that it has; superjson copies it, and loses some.
 */
export const transformer = {
  input: superjson,
  output: {
    serialize: superjson.serialize,
    deserialize: (answer: SuperJSONResult): unknown => (answer.meta ? superjson.deserialize(answer) : answer.json),
  },
};
