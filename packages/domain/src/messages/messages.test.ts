import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { expect, test } from 'vitest';
import { ENGLISH, LANGUAGES, languageOf, PSEUDO_TAG, StoredMessage, say, storedMessage } from './language.ts';
import { type MessageKey, message } from './message.ts';

/** Every key of a catalogue with its text. */
const texts = (messages: object, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${path}${name}`, value]] : texts(value, `${path}${name}.`),
  );

/** The arguments of a text, including those inside plurals and choices. */
const argumentsOf = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const inner = element.type === TYPE.plural || element.type === TYPE.select ? Object.values(element.options) : [];
    return [element.value, ...inner.flatMap(({ value }) => argumentsOf(value))];
  });

const read = (text: string) => [...new Set(argumentsOf(parse(text, { ignoreTag: true })))].sort();

test.each([...LANGUAGES, languageOf(PSEUDO_TAG)].map((language) => [language.tag, language] as const))(
  '%s has the keys and the arguments of English',
  (_, { messages }) => {
    const signature = (catalogue: object) => texts(catalogue).map(([key, text]) => [key, read(text)]);
    expect(signature(messages)).toEqual(signature(ENGLISH.messages));
  },
);

test('no text is empty or repeats blanks', () => {
  for (const [key, text] of texts(ENGLISH.messages))
    expect([key, text]).toEqual([key, text.trim().replace(/ {2,}/g, ' ')]);
});

test('a message is formatted in the requested language', () => {
  const gone = message('errors.GONE.message');
  expect(say(languageOf('en'), gone)).toBe('This link has been used or has expired.');
  expect(say(languageOf('en-XA'), gone)).toBe('Ţĥîš ļîñķ ĥåš ƀééñ ûšéđ öŕ ĥåš éẋþîŕéđ.');
  expect(say(languageOf('tlh'), gone)).toBe(say(ENGLISH, gone));
});

test('the pseudo-language keeps tags', () => {
  expect(languageOf(PSEUDO_TAG).messages.portal.check.unfinished).toBe('<link>{task}</link> îš ñöţ ƒîñîšĥéđ');
  expect(languageOf(PSEUDO_TAG).messages.ui.saved.savedAt).toBe('Šåṽéđ <time></time>');
});

test.each([...LANGUAGES, languageOf(PSEUDO_TAG)])('every message of $tag can be formatted', (language) => {
  for (const [key, text] of texts(language.messages)) {
    const args = Object.fromEntries(read(text).map((name) => [name, 2]));
    const said = say(language, { key: key as MessageKey, args });
    expect([key, said]).toEqual([key, expect.not.stringMatching(/[{}]|undefined|^$/)]);
  }
});

test('a stored message is read while the catalogue has it', () => {
  const stored = JSON.parse(JSON.stringify(message('input.notValid', { label: 'Phone', why: message('input.phone') })));
  const read = storedMessage(StoredMessage.parse(stored));
  expect(read && say(ENGLISH, read)).toMatch(/^Phone is not valid: Enter a phone number/);
  expect(storedMessage({ key: 'input.goneSince' })).toBeNull();
  expect(storedMessage({ key: 'input.notValid', args: { label: 'Phone', why: { key: 'gone' } } })).toBeNull();
});
