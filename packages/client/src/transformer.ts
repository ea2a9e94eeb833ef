import superjson, { type SuperJSONResult } from 'superjson';

/**
 * Serialises inputs and deserialises answers. An answer without metadata is plain JSON and is returned as it is, because
 * superjson copies it and loses some keys.
 */
export const transformer = {
  input: superjson,
  output: {
    serialize: superjson.serialize,
    deserialize: (answer: SuperJSONResult): unknown => (answer.meta ? superjson.deserialize(answer) : answer.json),
  },
};
