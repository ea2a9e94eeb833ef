import { describe, expect, test } from 'vitest';
import { problemsIn } from '../messages/english.testing.ts';
import { line, prose, token, words } from './text.ts';

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

  test('trims both ends and refuses an empty rest', () => {
    expect(schema.parse('  Ana  ')).toBe('Ana');
    expect(schema.safeParse('').success).toBe(false);
    expect(schema.safeParse(' \t\n ').success).toBe(false);
  });

  test('accepts a length of 20 and refuses 21', () => {
    expect(schema.safeParse('x'.repeat(20)).success).toBe(true);
    expect(problemsIn(schema, 'x'.repeat(21))).toEqual(['Use at most 20 characters.']);
  });

  test('normalises texts that look the same', () => {
    expect(schema.parse('Zoe\u0308')).toBe('Zo\u00EB');
  });

  test('accepts only text', () => {
    for (const value of [null, 12, ['a'], { a: 1 }]) expect(schema.safeParse(value).success).toBe(false);
  });
});

test('a line is one line, and prose may have several', () => {
  expect(line(20).safeParse('a\nb').success).toBe(false);
  expect(line(20).safeParse('a\rb').success).toBe(false);
  expect(prose(20).parse('a\nb')).toBe('a\nb');
});

/** Written as escapes, because the characters are invisible. */
const INVISIBLE = {
  'zero-width space': '\u200B',
  'zero-width joiner': '\u200D',
  'zero-width non-joiner': '\u200C',
  'word joiner': '\u2060',
  'byte order mark': '\uFEFF',
  'soft hyphen': '\u00AD',
  'right-to-left override': '\u202E',
  'Hangul filler': '\u3164',
  'half-width Hangul filler': '\uFFA0',
  'Hangul choseong filler': '\u115F',
  'combining grapheme joiner': '\u034F',
  'variation selector': '\uFE0F',
  'Braille blank': '\u2800',
  'no-break space': '\u00A0',
  'ideographic space': '\u3000',
  'a tag': '\u{E0041}',
  'a combining accent': '\u0301',
  'a vowel sign': '\u093F',
  'an enclosing circle': '\u20DD',
  'several of them': ' \u200B\u3164\u2800\u00A0 ',
};
const FORMS = { line: line(20), prose: prose(20), token: token(20) };

describe.each(Object.entries(FORMS))('%s', (_form, schema) => {
  test.each(Object.entries(INVISIBLE))('consisting only of %s is empty', (_name, value) => {
    expect(problemsIn(schema, value)).toEqual(['Enter a value.']);
  });

  test.each(['\u0001', '\u0007', '\u0008', '\u001B', '\u007F', '\u0085', '\u009B'])(
    'with the control %j is refused',
    (control) => {
      expect(problemsIn(schema, `a${control}b`)).toEqual(['Leave out control characters.']);
    },
  );

  test.each([
    ['a Persian name with a non-joiner', '\u0639\u0644\u06CC\u200C\u0631\u0636\u0627'],
    ['an Indic name with a joiner', '\u0936\u094D\u200D\u0930\u0940'],
    ['an emoji of a family', '\u{1F469}\u200D\u{1F467}'],
    ['a Braille word', '\u2801\u2800\u2803'],
  ])('keeps %s', (_name, value) => {
    expect(schema.parse(value)).toBe(value);
  });
});

test.each(Object.entries(FORMS))('%s reports text that cannot be stored once', (_form, schema) => {
  for (const value of ['a\0b', '\0', 'a\uD800'])
    expect(problemsIn(schema, value)).toEqual(['Contains characters that cannot be stored.']);
});

test('a line break is accepted only in texts of several lines', () => {
  for (const value of ['a\nb', 'a\r\nb', 'a\tb']) {
    expect(prose(20).parse(value)).toBe(value);
    expect(words(20).parse(value)).toBe(value);
    for (const schema of [line(20), token(20)]) expect(schema.safeParse(value).success).toBe(false);
  }
  for (const value of ['a\u2028b', 'a\u2029b']) expect(line(20).safeParse(value).success).toBe(false);
});

test('an id of spaces is refused, and a trailing space is kept', () => {
  expect(token(20).safeParse('   ').success).toBe(false);
  expect(token(20).parse('a ')).toBe('a ');
  expect(words(20).parse(' ')).toBe(' ');
  expect(words(20).safeParse('\u001B[31m').success).toBe(false);
});

test.each([
  ['the noncharacter U+FFFE', '\uFFFE'],
  ['the noncharacter U+FFFF', '\uFFFF'],
  ['a noncharacter of the Arabic block', '\uFDD0'],
  ['a noncharacter of the last plane', '\u{10FFFF}'],
  ['one of private use', '\uE000'],
  ['one of private use, plane 15', '\u{F0000}'],
  ['an unassigned one', '\u0378'],
])('a line does not hold %s, and other texts keep it', (_name, character) => {
  for (const value of [character, `Ana${character}`])
    expect(problemsIn(line(20), value)).toEqual(['Leave out control characters.']);
  for (const schema of [prose(20), token(20), words(20)]) expect(schema.parse(`a${character}`)).toBe(`a${character}`);
});

test.each([
  ['Latin with marks that have no letter of their own', 'M\u0331ori Ọ\u0301la'],
  ['an apostrophe', "O\u2019Brien d'Arc"],
  ['an okina', 'Ka\u02BBiulani'],
  ['a hyphen', 'Jean-Luc \u2010 Marie'],
  ['a Catalan middle dot', 'Gal\u00B7la'],
  ['a Japanese middle dot', 'マリア\u30FBガルシア'],
  ['a full stop', 'J. R. Łąski Jr.'],
  ['Vietnamese', 'Nguyễn Thị Ánh'],
  ['Turkish', 'İbrahim Çağlar'],
  ['Icelandic', 'Þórður Æsir'],
  ['Greek', 'Ελένη'],
  ['Cyrillic', "Соловйова Мар'яна"],
  ['Georgian', 'ნინო'],
  ['Armenian', 'Արամ'],
  ['Hebrew with points', 'דָּוִד'],
  ['Arabic with vowels', 'مُحَمَّد'],
  ['Persian with a non-joiner', 'علی\u200Cرضا'],
  ['Urdu', 'عائشہ'],
  ['Devanagari', 'श्री कृष्ण'],
  ['Devanagari with a joiner', 'श्\u200Dरी'],
  ['Bengali', 'রবীন্দ্রনাথ'],
  ['Tamil', 'கமல்'],
  ['Malayalam with a joiner', 'ന്\u200Dനായർ'],
  ['Sinhala with a joiner', 'ශ්\u200Dරී'],
  ['Thai', 'สมชาย'],
  ['Lao', 'ສົມພອນ'],
  ['Burmese', 'အောင်ဆန်း'],
  ['Khmer', 'សុខា'],
  ['Tibetan', 'བསྟན་འཛིན'],
  ['Amharic', 'ዘውዲቱ'],
  ['Korean', '김민준'],
  ['Japanese with an iteration mark', '佐々木'],
  ['a rare ideograph', '𠮷野'],
  ['an ideograph with a variation selector', '辻\u{E0100}'],
  ['Mongolian with a variation selector', 'ᠮᠣᠩᠭᠤᠯ\u180B'],
  ['Adlam', '𞤀𞤁𞤂'],
  ['Cherokee', 'ᏣᎳᎩ'],
])('a line keeps a name in %s', (_script, name) => {
  expect(line(40).parse(name)).toBe(name.normalize('NFC'));
});
