import superjson from 'superjson';
import { expect, test } from 'vitest';
import { transformer } from './transformer.ts';

const { deserialize } = transformer.output;

test('an answer has every key that was sent', () => {
  const sent = '{"__proto__":"a","constructor":"b","prototype":"c","colour":"d"}';
  expect(JSON.stringify(deserialize(JSON.parse(`{"json":${sent}}`)))).toBe(sent);
});

test('what a server of version 0.1.0 notes beside an answer is read as well', () => {
  const value = { at: new Date(0), nothing: undefined };
  expect(deserialize(JSON.parse(JSON.stringify(superjson.serialize(value))))).toEqual(value);
});
