import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { choosePort, refuseTakenPort } from './port.ts';

test('--port overrides the environment, and must be a port', () => {
  expect([choosePort(undefined, 3000), choosePort('4000', 3000)]).toEqual([3000, 4000]);
  for (const wrong of ['0', '1.5', 'x', '', '65536']) expect(() => choosePort(wrong, 3000)).toThrow(/--port takes/);
});

test('reports a taken port with what to do, and waits for one that is about to be free', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await expect(refuseTakenPort(port, '127.0.0.1', false)).rejects.toThrow(/is taken .* --port \d+$/);
  const waited = refuseTakenPort(port, '127.0.0.1', true);
  setTimeout(() => server.close(), 50);
  await expect(waited).resolves.toBeUndefined();
});
