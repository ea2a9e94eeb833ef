import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Receiver = {
  readonly url: string;
  /** The ids of all requests, in the order of their arrival. */
  readonly ids: string[];
  /** Leaves requests unanswered until `release` is called. */
  hold(): void;
  /** Sends a byte now and then, and never ends the response. */
  drip(): void;
  release(): void;
  close(): Promise<void>;
};

/** A real HTTP server that receives webhooks, and can make senders wait. */
export async function startReceiver(): Promise<Receiver> {
  const ids: string[] = [];
  const waiting: ServerResponse[] = [];
  let mode: 'answer' | 'hold' | 'drip' = 'answer';
  const drips: NodeJS.Timeout[] = [];
  const server = createServer((request, response) => {
    request.resume();
    ids.push(String(request.headers['webhook-id']));
    if (mode === 'answer') return void response.end('ok');
    waiting.push(response);
    if (mode === 'drip') drips.push(setInterval(() => response.write('.'), 300));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    ids,
    hold: () => {
      mode = 'hold';
    },
    drip: () => {
      mode = 'drip';
    },
    release: () => {
      mode = 'answer';
      for (const drip of drips.splice(0)) clearInterval(drip);
      for (const response of waiting.splice(0)) response.end('ok');
    },
    close: async () => {
      for (const drip of drips) clearInterval(drip);
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
