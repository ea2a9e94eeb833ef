import type { Engine } from '@gatehouse/engine';
import type { App } from './context.ts';
import { idOf } from './steps.ts';

/** The two endpoints of the demo: a receiver in the web app, and one that is down, so that there are always retries. */
export const RECEIVER = 'Demo receiver';
const UNREACHABLE = { description: 'Demo receiver that is down', url: 'http://127.0.0.1:9/webhooks' } as const;

/** Where the web app receives demo webhooks. An evaluation allows the address of this machine. */
const receiverUrl = (port: number): string => `http://127.0.0.1:${port}/api/demo/webhooks`;

export async function createEndpoints(engine: Engine, app: App, port: number): Promise<{ secret: string }> {
  await engine.webhookEndpoints.create(app, UNREACHABLE);
  return engine.webhookEndpoints.create(app, { description: RECEIVER, url: receiverUrl(port) });
}

/**
 * Updates the endpoints at a later start: the receiver gets the current port, and the unreachable endpoint a new test
 * event if its retries have ended.
 *
 * @returns the receiver's secret: the known one, or a new one if it was lost.
 */
export async function refreshEndpoints(
  engine: Engine,
  app: App,
  port: number,
  known: string | null,
): Promise<{ secret: string | null }> {
  const all = await engine.webhookEndpoints.list(app);
  const receiver = all.find((endpoint) => endpoint.description === RECEIVER);
  const unreachable = all.find((endpoint) => endpoint.description === UNREACHABLE.description);
  if (unreachable) await ensureRetries(engine, app, idOf('endpoint', unreachable.id));
  if (!receiver) return { secret: null };
  const id = idOf('endpoint', receiver.id);
  if (receiver.url !== receiverUrl(port))
    await engine.webhookEndpoints.update(app, { endpointId: id, url: receiverUrl(port) });
  return known ? { secret: known } : engine.webhookEndpoints.rotateSecret(app, id);
}

async function ensureRetries(engine: Engine, app: App, id: string): Promise<void> {
  const { items } = await engine.deliveries.list(app, { endpointId: id, status: 'PENDING', limit: 1 });
  if (items.length > 0) return;
  await engine.webhookEndpoints.update(app, { endpointId: id, status: 'ENABLED' });
  await engine.webhookEndpoints.sendTest(app, id);
}
