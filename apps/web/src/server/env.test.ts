import { describe, expect, test } from 'vitest';
import { readEnv } from './env.ts';

const GIVEN = {
  DATABASE_URL: 'postgres://gatehouse_app@localhost/gatehouse',
  GATEHOUSE_KEYS: 'k1:x',
  GATEHOUSE_FILES: '/files',
  GATEHOUSE_AUTH_SECRET: 'x'.repeat(32),
};

describe('trusted proxies', () => {
  test('are none by default', () => {
    expect(readEnv(GIVEN).GATEHOUSE_TRUSTED_PROXIES('127.0.0.1')).toBe(false);
  });
  test('are addresses and ranges', () => {
    const { GATEHOUSE_TRUSTED_PROXIES: isTrusted } = readEnv({
      ...GIVEN,
      GATEHOUSE_TRUSTED_PROXIES: '10.0.0.0/8, ::1',
    });
    expect(['10.9.8.7', '::1', '11.0.0.1'].map(isTrusted)).toEqual([true, true, false]);
  });
  test('that are invalid stop the start, and so does the setting of an earlier version', () => {
    expect(() => readEnv({ ...GIVEN, GATEHOUSE_TRUSTED_PROXIES: 'proxy' })).toThrow('proxy is neither an address');
    expect(() => readEnv({ ...GIVEN, GATEHOUSE_TRUSTED_PROXY: 'true' })).toThrow('Set GATEHOUSE_TRUSTED_PROXIES');
  });
});
