import type { Engine } from '@gatehouse/engine';
import type { App } from './context.ts';
import { idOf } from './steps.ts';

/** The demo's two receivers: one in the web app, and one where nobody listens, so that something is always retrying. */
export const RECEIVER = 'Demo receiver';
const NOBODY = { description: 'Demo receiver that is down', url: 'http://127.0.0.1:9/webhooks' } as const;

/** Where the web app takes demo webhooks. The address names this machine, as evaluation allows. */
const receiverUrl = (port: number): string => `http://127.0.0.1:${port}/api/demo/webhooks`;

export async function createEndpoints(engine: Engine, app: App, port: number): Promise<{ secret: string }> {
  await engine.webhookEndpoints.create(app, NOBODY);
  return engine.webhookEndpoints.create(app, { description: RECEIVER, url: receiverUrl(port) });
}

/**
 * Keeps the demo alive at a later start: the receiver follows the port, and where nothing retries any more, because the
 * schedule has run out meanwhile, a new test event begins it again.
 *
 * @returns the receiver's secret: the known one, or a new one where it is not known any more.
 */
export async function refreshEndpoints(
  engine: Engine,
  app: App,
  port: number,
  known: string | null,
): Promise<{ secret: string | null }> {
  const all = await engine.webhookEndpoints.list(app);
  const receiver = all.find((endpoint) => endpoint.description === RECEIVER);
  const nobody = all.find((endpoint) => endpoint.description === NOBODY.description);
  if (nobody) await beginAgain(engine, app, idOf('endpoint', nobody.id));
  if (!receiver) return { secret: null };
  const id = idOf('endpoint', receiver.id);
  if (receiver.url !== receiverUrl(port))
    await engine.webhookEndpoints.update(app, { endpointId: id, url: receiverUrl(port) });
  return known ? { secret: known } : engine.webhookEndpoints.rotateSecret(app, id);
}

async function beginAgain(engine: Engine, app: App, id: string): Promise<void> {
  const { items } = await engine.deliveries.list(app, { endpointId: id, status: 'PENDING', limit: 1 });
  if (items.length > 0) return;
  await engine.webhookEndpoints.update(app, { endpointId: id, status: 'ENABLED' });
  await engine.webhookEndpoints.sendTest(app, id);
}
