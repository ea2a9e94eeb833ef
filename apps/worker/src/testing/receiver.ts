import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Receiver = {
  readonly url: string;
  /** The id of every request, in the order in which they came. */
  readonly ids: string[];
  /** Leaves requests unanswered until `release` is called. */
  hold(): void;
  release(): void;
  close(): Promise<void>;
};

/** A real HTTP server that takes webhooks, and can make its senders wait. */
export async function startReceiver(): Promise<Receiver> {
  const ids: string[] = [];
  const waiting: ServerResponse[] = [];
  let held = false;
  const server = createServer((request, response) => {
    request.resume();
    ids.push(String(request.headers['webhook-id']));
    if (held) waiting.push(response);
    else response.end('ok');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    ids,
    hold: () => {
      held = true;
    },
    release: () => {
      held = false;
      for (const response of waiting.splice(0)) response.end('ok');
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
