import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { ANSWER_KEPT, message, realTime } from '@gatehouse/domain';
import { afterEach, expect, test } from 'vitest';
import { FORBIDDEN_HOSTS } from './address-corpus.ts';
import { createPoster, type Post, type Poster } from './post.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function listen(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function poster(options: Partial<Parameters<typeof createPoster>[0]> = {}): Poster {
  const created = createPoster({ allowLoopback: true, ...options });
  closing.push(() => created.close());
  return created;
}

const post = (url: string, more: Partial<Post> = {}): Post => ({
  url,
  headers: {},
  body: '{}',
  timeout: 5_000,
  ...more,
});

test('sends body and headers unchanged and returns the answer', async () => {
  const seen: unknown[] = [];
  const url = await listen((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      seen.push(request.method, request.url, request.headers['webhook-id'], request.headers['content-type'], body);
      response.end('th\0nks');
    });
  });
  const result = await poster().post(post(`${url}/a?b=c`, { headers: { 'webhook-id': 'evt_1' }, body: '{"é":1}' }));
  expect(result).toEqual({ status: 200, answer: 'th\uFFFDnks', durationMs: expect.any(Number) });
  expect(seen).toEqual(['POST', '/a?b=c', 'evt_1', 'application/json', '{"é":1}']);
});

test('a 204 has an empty answer', async () => {
  const url = await listen((_request, response) => void response.writeHead(204).end());
  expect(await poster().post(post(url))).toMatchObject({ status: 204, answer: '' });
});

test('reads Retry-After in seconds and as a date', async () => {
  const values = ['7', 'Sat, 21 Nov 2026 10:00:09 GMT'];
  const url = await listen(
    (_request, response) => void response.writeHead(503, { 'retry-after': values.shift() }).end(),
  );
  const { post: send } = poster({ now: () => realTime('2026-11-21T10:00:00Z') });
  expect(await send(post(url))).toMatchObject({ status: 503, retryAfter: 7_000 });
  expect(await send(post(url))).toMatchObject({ status: 503, retryAfter: 9_000 });
});

test('a redirect is not followed', async () => {
  let followed = 0;
  const target = await listen((_request, response) => {
    followed++;
    response.end();
  });
  for (const status of [301, 302, 303, 307, 308]) {
    const url = await listen((_request, response) => void response.writeHead(status, { location: target }).end());
    expect(await poster().post(post(url))).toMatchObject({ status, error: message('attempts.redirected') });
  }
  expect(followed).toBe(0);
});

test('a huge answer is cut after its start and the connection closed', async () => {
  let sent = 0;
  const url = await listen((_request, response) => {
    const more = (): void => {
      while (!response.destroyed && sent < 1e9) {
        sent += 65_536;
        if (!response.write('é'.repeat(32_768))) return void response.once('drain', more);
      }
    };
    more();
  });
  const { status, answer, error } = await poster().post(post(url));
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  expect(Buffer.byteLength(answer)).toBe(ANSWER_KEPT);
  expect(sent).toBeLessThan(5e7);
});

test('an answer whose body exceeds the timeout fails', async () => {
  const url = await listen((_request, response) => {
    const drip = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(drip));
  });
  const result = await poster().post(post(url, { timeout: 300 }));
  expect(result).toMatchObject({ status: null, answer: '', error: message('attempts.late', { seconds: 0.3 }) });
  expect(result.durationMs).toBeGreaterThanOrEqual(295);
  expect(result.durationMs).toBeLessThan(2_000);
});

test('a server or resolver that never answers, and a closed connection, are failures', async () => {
  const silent = await listen(() => {});
  const { post: send } = poster({ lookup: () => {} });
  const late = { status: null, error: message('attempts.late', { seconds: 0.2 }) };
  expect(await send(post(silent, { timeout: 200 }))).toMatchObject(late);
  expect(await send(post('https://hooks.example/', { timeout: 200 }))).toMatchObject(late);

  const broken = await listen((_request, response) => void response.writeHead(200, { 'content-length': 9 }).write('1'));
  const abrupt = await listen((_request, response) => void response.socket?.destroy());
  expect(await send(post(broken, { timeout: 200 }))).toMatchObject(late);
  expect(await send(post(abrupt))).toMatchObject({ status: null, error: message('attempts.codes.UND_ERR_SOCKET') });
});

test('a refused connection and an unknown name have different errors', async () => {
  const gone = createTcpServer().listen(0, '127.0.0.1');
  await new Promise((ready) => gone.once('listening', ready));
  const { port } = gone.address() as AddressInfo;
  await new Promise((done) => gone.close(done));
  const lookup = (_name: string, _options: unknown, callback: (error: NodeJS.ErrnoException, none: []) => void): void =>
    callback(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), []);
  const { post: send } = poster({ lookup });
  expect(await send(post(`http://127.0.0.1:${port}/`))).toMatchObject({
    error: message('attempts.codes.ECONNREFUSED'),
  });
  expect(await send(post('https://hooks.example/'))).toMatchObject({ error: message('attempts.codes.ENOTFOUND') });
});

test('a stopping worker ends the attempt at once', async () => {
  const url = await listen(() => {});
  const stopping = new AbortController();
  setTimeout(() => stopping.abort(), 50);
  const result = await poster().post(post(url, { signal: stopping.signal }));
  expect(result).toMatchObject({ status: null, error: message('attempts.stopped') });
  expect(await poster().post(post(url, { signal: stopping.signal }))).toMatchObject({ error: result.error });
});

test('no spelling and no resolver reaches a server on loopback', async () => {
  let connections = 0;
  const canary = createTcpServer((socket) => {
    connections++;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await new Promise((ready) => canary.once('listening', ready));
  closing.push(() => new Promise((done) => canary.close(done)));
  const { port } = canary.address() as AddressInfo;

  const system = poster({ allowLoopback: false });
  for (const host of FORBIDDEN_HOSTS)
    for (const scheme of ['https', 'http'])
      expect(await system.post(post(`${scheme}://${host}:${port}/`))).toMatchObject({ status: null });

  // The name resolves to a public address when checked, and to loopback each time it is used.
  let asked = 0;
  const answers = [['127.0.0.1'], ['1.1.1.1', '127.0.0.1'], ['::1', '127.0.0.1'], ['::ffff:127.0.0.1'], ['0.0.0.0']];
  const rebinding = poster({
    allowLoopback: false,
    lookup: (_hostname, _options, callback) => {
      const found = answers[asked++ % answers.length] ?? [];
      callback(
        null,
        found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    },
  });
  for (let round = 0; round < 50; round++) {
    const error = message('attempts.codes.ADDRESS_REFUSED');
    expect(await rebinding.post(post(`https://rebind.example:${port}/`))).toMatchObject({ status: null, error });
  }
  expect(asked).toBeGreaterThanOrEqual(50);
  expect(connections).toBe(0);

  // With loopback allowed the same request arrives, so the server is reachable.
  await poster().post(post(`http://localhost:${port}/`));
  expect(connections).toBe(1);
});
