import { ID_PREFIXES, type IdKind, newId, showId } from '@gatehouse/domain';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { everyPlace, numbersOf, textsOf } from './input-places.testing.ts';

const PLACES = everyPlace(textsOf);

/** Each place accepts at least one of these. */
const SAMPLES = [
  ...['Anna', 'anna@example.com', 'GB', '1990-01-31', '2026-01-31T09:00:00Z', '+44 20 7946 0958'],
  ...(Object.keys(ID_PREFIXES) as IdKind[]).map((kind) => showId(kind, newId())),
];
const UNSTORABLE = ['\0', '\uD800', '\uDC00'];

test('the walk finds texts in fields, lists, records and their keys', () => {
  const found = PLACES.map(({ path }) => path);
  for (const path of [
    ...['customers.create.externalId', 'customers.create.idempotencyKey', 'customers.create.metadata{key}'],
    ...['customers.create.profile.address.city', 'portal.answer.documents[]', 'webhookEndpoints.create.url'],
  ])
    expect(found).toContain(path);
});

test('the walk fails on unknown schemas', () => {
  expect(() => textsOf(z.strictObject({ at: z.tuple([z.string()]) }), 'x')).toThrow('x.at is a tuple');
});

describe('characters that cannot be stored are refused at every position', () => {
  test.each(PLACES)('$path', ({ schema }) => {
    const taken = SAMPLES.filter((sample) => schema.safeParse(sample).success);
    expect(taken).not.toEqual([]);
    for (const sample of taken)
      for (const character of UNSTORABLE)
        for (const at of [0, 1, sample.length]) {
          const spoilt = sample.slice(0, at) + character + sample.slice(at);
          expect(schema.safeParse(spoilt), JSON.stringify(spoilt)).toMatchObject({ success: false });
        }
  });
});

/** Drafts hold unfinished input, and search terms and references are compared and not stored. */
const NOT_KEPT = [
  'portal.save.values{key}',
  'portal.save.values{}',
  'portal.save.values{}[]',
  'customers.list.externalId',
  'desk.queue.list.search',
  ...new Set(PLACES.map(({ path }) => path).filter((path) => path.endsWith('.cursor'))),
];

const MAY_BE_EMPTY = [
  'customers.create.metadata{}',
  'customers.setMetadata.metadata{}',
  'webhookEndpoints.create.description',
  'webhookEndpoints.update.description',
];

test('stored texts are visible and have no control characters', () => {
  const spoilt = (sample: string): string[] =>
    ['\u0007', '\u001B'].map((control) => `${sample[0]}${control}${sample.slice(1)}`);
  const takes = ({ schema }: (typeof PLACES)[number], values: readonly string[]): boolean =>
    values.some((value) => schema.safeParse(value).success);
  const steered = PLACES.filter((place) => takes(place, SAMPLES.flatMap(spoilt)));
  expect([...new Set(steered.map(({ path }) => path))].sort()).toEqual([...NOT_KEPT].sort());
  const unseen = PLACES.filter((place) => takes(place, ['\u200B', '\u3164 \u2800', '   ']));
  expect([...new Set(unseen.map(({ path }) => path))].sort()).toEqual([...NOT_KEPT, ...MAY_BE_EMPTY].sort());
});

const NUMBERS = everyPlace(numbersOf);

test('the walk finds numbers', () => {
  const found = NUMBERS.map(({ path }) => path);
  for (const path of ['events.list.afterSequence', 'customers.update.expectedVersion', 'customers.list.limit'])
    expect(found).toContain(path);
});

describe('a number out of range is refused before the database is queried', () => {
  // NaN arrives as null.
  test.each(NUMBERS)('$path', ({ schema }) => {
    for (const value of [2 ** 31, 2 ** 53, -1, 1e308, Number.POSITIVE_INFINITY, Number.NaN, null, '1'])
      expect(schema.safeParse(value), String(value)).toMatchObject({ success: false });
  });
});
