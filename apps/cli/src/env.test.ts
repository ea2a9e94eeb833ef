import { expect, test } from 'vitest';
import { readEnv } from './env.ts';
import { Stop } from './stop.ts';

const refusal = (read: () => unknown): string => {
  try {
    read();
    return '';
  } catch (error) {
    if (error instanceof Stop) return error.message;
    throw error;
  }
};

test('an evaluation needs no variable, and listens on this machine only', () => {
  const env = readEnv({}, 'everything');
  expect(env).toMatchObject({ production: false, database: null, host: '127.0.0.1', port: 3000 });
  expect(env.dataFolder).toMatch(/\.gatehouse$/);
});

const NEEDED_TO_START = [
  'DATABASE_URL',
  'DATABASE_ADMIN_URL',
  'GATEHOUSE_KEYS',
  'GATEHOUSE_AUTH_SECRET',
  'GATEHOUSE_URL',
  'SMTP_URL',
  'MAIL_FROM',
];

test('production reports all missing variables, in a sentence each', () => {
  const said = refusal(() => readEnv({ GATEHOUSE_ENV: 'production', DATABASE_URL: '' }, 'everything')).split('\n');
  expect(said.map((line) => line.split(' ')[0])).toEqual(NEEDED_TO_START);
});

test('a command requires only the variables that it needs', () => {
  const env = { GATEHOUSE_ENV: 'production', DATABASE_URL: 'postgres://app@host/gatehouse' };
  expect(readEnv(env, ['DATABASE_URL']).database?.adminUrl).toBe(env.DATABASE_URL);
});

test('files are stored in the data folder by default', () => {
  expect(readEnv({ GATEHOUSE_DATA: '/data' }).filesFolder).toBe('/data/files');
  expect(readEnv({ GATEHOUSE_DATA: '/data', GATEHOUSE_FILES: '/files' }).filesFolder).toBe('/files');
});

test.each(['0', '70000', 'web'])('PORT=%s is refused', (PORT) => {
  expect(refusal(() => readEnv({ PORT }))).toMatch(/^PORT is not valid/);
});
