import { freeKey, problem, text } from '@gatehouse/domain';
import superjson from 'superjson';
import { expect, test } from 'vitest';
import { readEnvelope, writeEnvelope } from './envelope.ts';
import { everyPlace, textsOf } from './input-places.testing.ts';

/** All inputs that become keys of an answer: the keys of records, and the names of drafts. */
const KEYS = everyPlace(textsOf).filter(({ path }) => path.endsWith('{key}') || path.endsWith('.subject'));
const RESERVED = ['__proto__', 'constructor', 'prototype'];

test('the records of the inputs are found', () => {
  expect(KEYS.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      ...['customers.create.metadata{key}', 'customers.setMetadata.metadata{key}'],
      ...['portal.save.values{key}', 'portal.save.subject', 'portal.continue.subject'],
    ]),
  );
});

test.each(KEYS)('$path accepts a name, but no reserved one', ({ schema }) => {
  expect(schema.safeParse('colour').success).toBe(true);
  for (const key of RESERVED)
    expect(schema.safeParse(key).error?.issues[0]?.message, key).toBe(problem('input.reservedKeys'));
});

test('every name that superjson refuses to write is reserved', () => {
  const known = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'toJSON', 'then', 'length', 'name', ''];
  const unwritable = known.filter((key) => {
    try {
      superjson.serialize(JSON.parse(`{${JSON.stringify(key)}: "x"}`));
      return false;
    } catch {
      return true;
    }
  });
  expect(unwritable.sort()).toEqual([...RESERVED].sort());
  expect(known.filter((key) => !freeKey(text).safeParse(key).success).sort()).toEqual(unwritable);
});

test('a key that would be dropped is refused, at every depth', () => {
  for (const json of ['{"__proto__":"x"}', '{"metadata":{"__proto__":"x"}}', '[{"a":[{"__proto__":{}}]}]'])
    expect(() => readEnvelope({ json: JSON.parse(json) })).toThrow('The name __proto__ is reserved.');
  expect(readEnvelope({ json: { metadata: { proto: 'x' } } })).toEqual({ metadata: { proto: 'x' } });
});

test('every key can be answered, even one stored before it was reserved', () => {
  const stored = JSON.parse('{"__proto__":"a","constructor":"b","prototype":"c","colour":"d"}');
  expect(JSON.stringify(writeEnvelope(stored))).toBe(`{"json":${JSON.stringify(stored)}}`);
  // Parsed as a client of version 0.1.0 does.
  expect(superjson.deserialize(JSON.parse(JSON.stringify(writeEnvelope(stored))))).toMatchObject({
    constructor: 'b',
    prototype: 'c',
    colour: 'd',
  });
});
