import { connect, createServer, type Socket } from 'node:net';

export type CuttingProxy = {
  /** The database's address through the proxy. */
  readonly url: string;
  /**
   * Cuts the connection of the next statement that contains this text: before the server gets it, or after the server
   * executed it and before its answer comes back.
   */
  cut(words: string, when: 'before' | 'after'): void;
  close(): Promise<void>;
};

/** A proxy to a database that cuts a connection exactly where a test wants it to. */
export async function cuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let next: { words: string; when: 'before' | 'after' } | null = null;
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    const end = (): void => void [client, database].map((socket) => socket.destroy());
    for (const socket of [client, database]) {
      open.add(socket);
      socket.on('error', end).on('close', () => open.delete(socket));
    }
    client.on('close', end).on('data', (part) => {
      const cut = next && part.includes(next.words) ? next.when : null;
      if (cut) next = null;
      if (cut === 'before') return end();
      if (cut === 'after') database.removeAllListeners('data').on('data', end);
      database.write(part);
    });
    database.on('close', end).on('data', (part) => client.write(part));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as { port: number }).port);
  return {
    url: url.href,
    cut(words, when) {
      next = { words, when };
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
