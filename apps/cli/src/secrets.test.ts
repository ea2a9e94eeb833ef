import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKeys } from '@gatehouse/engine';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEnv } from './env.ts';
import { loadSecrets } from './secrets.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-secrets-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('creates secrets once, readable by their owner only, and reads them again', async () => {
  const env = readEnv({ GATEHOUSE_DATA: folder });
  const made = await loadSecrets(env);
  expect(readKeys(made.keys).size).toBe(1);
  expect(made.authSecret.length).toBeGreaterThanOrEqual(32);
  expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
  expect(await loadSecrets(env)).toEqual(made);
});

test('prefers the environment', async () => {
  const env = readEnv({ GATEHOUSE_DATA: folder, GATEHOUSE_KEYS: 'mine' });
  expect((await loadSecrets(env)).keys).toBe('mine');
});

test('does not overwrite a file that it cannot read', async () => {
  await writeFile(join(folder, 'secrets.json'), '{"keys":');
  await expect(loadSecrets(readEnv({ GATEHOUSE_DATA: folder }))).rejects.toThrow(/secrets\.json/);
});
