import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesCheck, malwareCheck } from './files.ts';

test('writes to the folder of the files, and leaves it as it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-doctor-'));
  const found = await filesCheck({ filesFolder: join(folder, 'files') });
  expect(found).toEqual({ state: 'ok', found: expect.stringMatching(/can be written, with \d+ MB free\.$/) });
  expect(await readdir(join(folder, 'files'))).toEqual([]);
  await writeFile(join(folder, 'no-folder'), '');
  await expect(filesCheck({ filesFolder: join(folder, 'no-folder') })).rejects.toThrow('EEXIST');
  await rm(folder, { recursive: true });
});

test('reports that malware scanning is off, answers, or refuses every upload', async () => {
  expect(await malwareCheck({ clamav: null })).toMatchObject({ state: 'note', found: 'malware scanning is off.' });
  const daemon = createServer((socket) => socket.on('data', () => socket.end('PONG\0')));
  daemon.listen(0, '127.0.0.1');
  await once(daemon, 'listening');
  const clamav = `tcp://127.0.0.1:${(daemon.address() as AddressInfo).port}`;
  expect(await malwareCheck({ clamav })).toEqual({ state: 'ok', found: `${clamav} answers.` });
  await new Promise((resolve) => daemon.close(resolve));
  expect(await malwareCheck({ clamav })).toMatchObject({ state: 'bad', found: expect.stringContaining('refused') });
});
