import superjson from 'superjson';
import { expect, test } from 'vitest';
import { transformer } from './transformer.ts';

const { deserialize } = transformer.output;

test('keeps every key of an answer', () => {
  const sent = '{"__proto__":"a","constructor":"b","prototype":"c","colour":"d"}';
  expect(JSON.stringify(deserialize(JSON.parse(`{"json":${sent}}`)))).toBe(sent);
});

test('reads the superjson metadata that a server of version 0.1.0 sends with an answer', () => {
  const value = { at: new Date(0), nothing: undefined };
  expect(deserialize(JSON.parse(JSON.stringify(superjson.serialize(value))))).toEqual(value);
});
