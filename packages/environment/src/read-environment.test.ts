import { describe, expect, test } from 'vitest';
import { EnvironmentError, readEnvironment, type Source } from './read-environment.ts';
import { type Name, namesOf, needOf, READERS, type Reader } from './variables.ts';

/** A valid value for each variable that is required. */
const GOOD = {
  DATABASE_URL: 'postgres://gatehouse_app@localhost/gatehouse',
  DATABASE_ADMIN_URL: 'postgres://gatehouse_admin@localhost/gatehouse',
  GATEHOUSE_KEYS: `k1:${'A'.repeat(43)}=`,
  GATEHOUSE_FILES: '/files',
  GATEHOUSE_AUTH_SECRET: 'x'.repeat(32),
  GATEHOUSE_URL: 'https://verify.example.com',
  SMTP_URL: 'smtp://mail',
  MAIL_FROM: 'Us <a@example.com>',
};

const problemsOf = (reader: Reader, source: Source): readonly string[] => {
  try {
    readEnvironment(reader, source);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
};
const firstWords = (sentences: readonly string[]) => sentences.map((sentence) => sentence.split(' ')[0]);
const neededBy = (reader: Reader, ...when: string[]) =>
  namesOf(reader).filter((name: Name) => when.includes(needOf(name, reader)?.needed ?? ''));

describe.each(READERS)('%s', (reader) => {
  test('accepts valid values, in an evaluation and in production', () => {
    expect(problemsOf(reader, GOOD)).toEqual([]);
    expect(problemsOf(reader, { ...GOOD, GATEHOUSE_ENV: 'production' })).toEqual([]);
  });
  test('reports all missing variables at once, in a sentence each', () => {
    expect(firstWords(problemsOf(reader, {}))).toEqual(neededBy(reader, 'always'));
    const said = problemsOf(reader, { GATEHOUSE_ENV: 'production' });
    expect(firstWords(said)).toEqual(neededBy(reader, 'always', 'inProduction'));
    for (const sentence of said) expect(sentence).toMatch(/^\w+ is missing: .+\.$/);
  });
});

test('reports missing and invalid variables together, without their values', () => {
  const secret = 'postgres//gatehouse_app:hunter2@localhost';
  const said = problemsOf('web', { DATABASE_URL: secret, GATEHOUSE_AUTH_SECRET: 'hunter2', PORT: '70000' });
  expect(said).toEqual([
    'DATABASE_URL is not valid: It must be an address such as postgres://role:password@host:5432/gatehouse.',
    expect.stringMatching(/^GATEHOUSE_KEYS is missing/),
    expect.stringMatching(/^GATEHOUSE_FILES is missing/),
    'GATEHOUSE_AUTH_SECRET is not valid: It must have at least 32 characters.',
    'PORT is not valid: It must be a number from 0 to 65535.',
  ]);
  expect(said.join()).not.toContain('hunter2');
});

test('treats a blank value as missing', () => {
  expect(readEnvironment('web', { ...GOOD, PORT: ' ', HOST: '', GATEHOUSE_CLAMAV: ' ' })).toMatchObject({
    PORT: 3000,
    HOST: '127.0.0.1',
    GATEHOUSE_CLAMAV: undefined,
  });
});

test('trims values, but not secrets', () => {
  const blank = { ...GOOD, GATEHOUSE_FILES: ' /files\r', GATEHOUSE_AUTH_SECRET: `${'x'.repeat(32)} ` };
  const read = readEnvironment('web', blank);
  expect([read.GATEHOUSE_FILES, read.GATEHOUSE_AUTH_SECRET]).toEqual(['/files', `${'x'.repeat(32)} `]);
});

test('requires in production only the variables that are demanded', () => {
  const source = { GATEHOUSE_ENV: 'production', DATABASE_URL: GOOD.DATABASE_URL };
  expect(readEnvironment('cli', source, ['DATABASE_URL']).DATABASE_URL).toBe(GOOD.DATABASE_URL);
});

test('refuses a value that is not one of the choices', () => {
  const sentence = 'GATEHOUSE_ENV is not valid: It must be one of: evaluation, production.';
  for (const reader of READERS) expect(problemsOf(reader, { ...GOOD, GATEHOUSE_ENV: 'staging' })).toEqual([sentence]);
});
