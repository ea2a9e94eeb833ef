import { createClient, type GatehouseClient } from '@gatehouse/client';
import { specimenDocument } from '@gatehouse/providers';
import { test as base, expect } from '@playwright/test';
import { type Demo, readDemo } from './product.ts';
import { WebhookReceiver } from './webhook-receiver.ts';

type Journey = {
  readonly demo: Demo;
  /** The client of another app, with the partner's TEST key. */
  readonly client: GatehouseClient;
  readonly hooks: WebhookReceiver;
  /** A picture of a specimen passport that looks like a photo. */
  readonly passport: { name: string; mimeType: string; buffer: Buffer };
};

let drawn: Promise<Uint8Array> | undefined;

/** The fixtures of every test: the running product, a client, and a server that receives webhooks. */
export const test = base.extend<Journey>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern.
  demo: async ({}, use) => use(await readDemo()),
  client: async ({ demo }, use) => use(createClient({ url: demo.url, apiKey: demo.apiKeys.test })),
  hooks: async ({ client }, use) => {
    const receiver = new WebhookReceiver();
    const url = await receiver.listen();
    const endpoint = await client.webhookEndpoints.create.mutate({ url, description: 'Journey' });
    receiver.trust(endpoint.secret);
    await use(receiver);
    await client.webhookEndpoints.remove.mutate({ endpointId: endpoint.id });
    await receiver.close();
    expect(receiver.refused, 'every webhook verifies with the standard library').toBe(0);
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  passport: async ({}, use) => {
    drawn ??= specimenDocument();
    await use({ name: 'passport.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await drawn) });
  },
});

export { expect };
