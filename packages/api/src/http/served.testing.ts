import { createServer } from 'node:http';
import { createApiKey, listenToChanges } from '@gatehouse/engine';
import { createWorld, type World } from '@gatehouse/engine/testing';
import { trustedProxies } from '@gatehouse/environment';
import { ANSWER_WITHIN } from './deadline.ts';
import { answerNode } from './node.ts';

/**
 * A world behind a real server, with a TEST key of its first partner. Faults are collected and not logged.
 * @param trusted the proxies whose headers are trusted.
 * @param answerWithin the deadline of an answer, in milliseconds.
 * @param staff the member of staff behind every request.
 */
export async function serveWorld({
  trusted = '',
  staff,
  answerWithin = ANSWER_WITHIN,
}: {
  trusted?: string;
  staff?: keyof World['staff'];
  answerWithin?: number;
} = {}) {
  const world = await createWorld();
  const changes = await listenToChanges(world.deps);
  const faults: unknown[] = [];
  const options = {
    engine: world.engine,
    changes,
    staff: async () => (staff ? world.staff[staff] : null),
    draining: () => false,
    answerWithin,
    publicHost: 'desk.example',
    trustedProxies: trustedProxies(trusted),
    onFault: (error: unknown) => void faults.push(error),
  };
  const server = createServer((request, response) => {
    void answerNode(options, request, response).then((ours) => {
      if (!ours) response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const { key } = await createApiKey(world.deps, { tenantId: world.app.tenantId, mode: 'TEST', name: 'http' });
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await changes.close();
    await world.close();
  };
  return { world, faults, port, url: `http://127.0.0.1:${port}`, key, close };
}
