import { expect, test } from 'vitest';
import { readEnv } from './env.ts';

const GIVEN = {
  DATABASE_URL: 'postgres://app@localhost/gatehouse',
  GATEHOUSE_KEYS: `k1:${'A'.repeat(43)}=`,
  GATEHOUSE_FILES: '/var/lib/files',
  GATEHOUSE_URL: 'https://verify.example.com',
};
const refusal = (env: Record<string, string>): string => {
  try {
    readEnv(env);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

test('an evaluation needs no mail server, and never uses one', () => {
  const mail = { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@example.com' };
  expect(readEnv({ ...GIVEN, ...mail })).toMatchObject({ evaluation: true, smtp: null, logLevel: 'info' });
});

test('production reports all missing variables, in a sentence each', () => {
  const said = refusal({ GATEHOUSE_ENV: 'production', DATABASE_URL: GIVEN.DATABASE_URL, SMTP_URL: ' ' }).split('\n');
  const named = said.map((line) => line.split(' ')[0]);
  expect(named).toEqual(['GATEHOUSE_KEYS', 'GATEHOUSE_FILES', 'GATEHOUSE_URL', 'SMTP_URL', 'MAIL_FROM']);
  expect(said.every((line) => line.endsWith('.'))).toBe(true);
});

test('accepts the variables of production', () => {
  const env = { ...GIVEN, GATEHOUSE_ENV: 'production', SMTP_URL: 'smtp://mail', MAIL_FROM: 'Us <a@example.com>' };
  expect(readEnv(env)).toMatchObject({ evaluation: false, smtp: { url: 'smtp://mail', from: 'Us <a@example.com>' } });
});

test('refuses a value that is not one of the choices', () => {
  expect(refusal({ ...GIVEN, GATEHOUSE_ENV: 'staging' })).toMatch(/^GATEHOUSE_ENV is not valid/);
});
