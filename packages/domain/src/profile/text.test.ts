import { describe, expect, test } from 'vitest';
import { line, prose } from './text.ts';

const RTL_OVERRIDE = '\u202E';

describe.each([
  ['a line', line(20)],
  ['prose', prose(20)],
])('%s', (_name, schema) => {
  test.each([
    ['Latin', 'Zoë O’Neill-Żak'],
    ['Greek', 'Σωκράτης'],
    ['Chinese', '王小明'],
    ['Arabic', 'محمد'],
    ['an emoji of two units', 'A 🦊 B'],
    ['a right-to-left override', `a${RTL_OVERRIDE}b`],
    ['a formula', '=HYPERLINK("x")'],
    ['markup', '<b>x</b>'],
    ['a placeholder of SQL', "'; DROP --"],
  ])('keeps %s as it is', (_script, text) => {
    expect(schema.parse(text)).toBe(text);
  });

  test('refuses NUL bytes and lone surrogates, and accepts a pair', () => {
    expect(schema.safeParse('a\0b').success).toBe(false);
    expect(schema.safeParse('a\uD800b').success).toBe(false);
    expect(schema.safeParse('a\uDC00b').success).toBe(false);
    expect(schema.safeParse('\uDC00\uD800').success).toBe(false);
    expect(schema.safeParse('\uD83E\uDD8A').success).toBe(true);
  });

  test('takes spaces from both ends and refuses what is then empty', () => {
    expect(schema.parse('  Ana  ')).toBe('Ana');
    expect(schema.safeParse('').success).toBe(false);
    expect(schema.safeParse(' \t\n ').success).toBe(false);
  });

  test('has a length, which is 20 and not 21', () => {
    expect(schema.safeParse('x'.repeat(20)).success).toBe(true);
    expect(schema.safeParse('x'.repeat(21)).error?.issues[0]?.message).toBe('Use at most 20 characters.');
  });

  test('stores one spelling of what looks the same', () => {
    expect(schema.parse('Zoe\u0308')).toBe('Zo\u00EB');
  });

  test('is text and nothing else', () => {
    for (const value of [null, 12, ['a'], { a: 1 }]) expect(schema.safeParse(value).success).toBe(false);
  });
});

test('a line has one line, and prose has several', () => {
  expect(line(20).safeParse('a\nb').success).toBe(false);
  expect(line(20).safeParse('a\rb').success).toBe(false);
  expect(prose(20).parse('a\nb')).toBe('a\nb');
});
