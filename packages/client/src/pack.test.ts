import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const manifest = join(root, 'package.json');
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const PACKING = 180_000;
/** The strictest compiler options that an application may choose, which also check the declarations of the library. */
const COMPILER = {
  ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false },
  ...{ module: 'nodenext', target: 'es2022', lib: ['es2022', 'dom'], types: [] },
};

let project = '';
let before = '';
const installed = (path: string) => readFile(join(project, 'node_modules/@gatehouse/client', path), 'utf8');

/** Packs with `npm pack`, and installs the result in an empty project outside of this repository. */
beforeAll(async () => {
  before = await readFile(manifest, 'utf8');
  project = await mkdtemp(join(tmpdir(), 'gatehouse-client-'));
  const packed = await run('npm', ['pack', '--json', '--pack-destination', project], { cwd: root });
  // The scripts before packing may print. The result is the array at the end.
  const [{ filename }] = JSON.parse(packed.stdout.slice(packed.stdout.search(/^\[/m)));
  await writeFile(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await run('npm', ['install', '--no-audit', '--no-fund', `./${filename}`, 'typescript'], { cwd: project });
}, PACKING);
afterAll(() => rm(project, { recursive: true, force: true }));

test('the manifest has real versions and points to the built files', async () => {
  const packed = JSON.parse(await installed('package.json'));
  expect(JSON.stringify(packed)).not.toMatch(/workspace:|catalog:/);
  expect(packed.exports).toEqual({ '.': { types: './dist/index.d.ts', default: './dist/index.js' } });
  expect(Object.keys(packed.dependencies).sort()).toEqual(['@trpc/client', '@trpc/server', 'superjson']);
  expect(packed).not.toHaveProperty('devDependencies');
  expect(await readFile(manifest, 'utf8')).toBe(before);
});

test('the declarations and the code name nothing of the server', async () => {
  const declarations = await installed('dist/index.d.ts');
  expect(declarations).not.toMatch(/drizzle|postgres|@gatehouse\/|zod|node:/i);
  for (const text of [declarations, await installed('dist/index.js')]) {
    const sources = [...text.matchAll(/^import .* from ["'](.+)["'];$/gm)].map(([, source]) => source);
    for (const source of sources) expect(['@trpc/client', '@trpc/server', 'superjson']).toContain(source);
    expect(text).not.toMatch(/import\(|require\(/);
  }
});

test(
  'an application compiles against it without skipLibCheck, and runs',
  async () => {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(`${request.headers.authorization} ${request.url?.split('?')[0]}`);
      const transition = { from: 'CREATED', to: 'UNDER_REVIEW', event: 'submit' };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify([{ result: { data: { json: { transitions: [transition] } } } }]));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      await writeFile(join(project, 'app.ts'), application(url));
      await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: COMPILER, files: ['app.ts'] }));
      await run('node_modules/.bin/tsc', [], { cwd: project }).catch((error) => {
        throw new Error(error.stdout || error.message);
      });
      const { stdout } = await run(process.execPath, ['app.js'], { cwd: project });
      expect(JSON.parse(stdout)).toEqual(['submit', 'customer.status_changed', 'signature', null]);
      expect(requests).toEqual(['Bearer gh_test_1 /api/trpc/lifecycle.describe']);
    } finally {
      await new Promise((done) => server.close(done));
    }
  },
  PACKING,
);

/** An application as an integrator would write it, with a webhook that the reference implementation signed. */
function application(url: string): string {
  const at = new Date();
  const data = {
    customerId: 'cus_1',
    externalId: null,
    customerType: 'INDIVIDUAL',
    customerStatus: 'ACTIVE',
    access: [],
  };
  const head = { id: 'evt_1', type: 'customer.status_changed', apiVersion: '2026-11-21', mode: 'TEST', sequence: 1 };
  const body = JSON.stringify({ ...head, occurredAt: at.toISOString(), data });
  const headers = {
    'webhook-id': 'evt_1',
    'webhook-timestamp': Math.floor(at.getTime() / 1000).toString(),
    'webhook-signature': new Webhook(SECRET).sign('evt_1', at, body),
  };
  return `
import { createClient, errorOf, receiveWebhook, WebhookVerificationError } from '@gatehouse/client';
import type { CustomerStatus, Inputs, Outputs } from '@gatehouse/client';

type IsAny<T> = 0 extends 1 & T ? true : false;
const typed: IsAny<Inputs['customers']['get']> | IsAny<Outputs['customers']['get']> = false;
const status = (customer: Outputs['customers']['get']): CustomerStatus => customer.customerStatus;

const client = createClient({ url: '${url}', apiKey: 'gh_test_1', fetch });
// @ts-expect-error There is no such procedure.
const missing = client.customers.teleport;
// @ts-expect-error The id of the customer is missing.
const wrong = () => client.customers.get.query({ customerId: 5 });

const { transitions } = await client.lifecycle.describe.query();
const request = ${JSON.stringify({ headers, body })};
const event = await receiveWebhook({ secret: '${SECRET}', ...request });
if (event.type === 'customer.status_changed') event.data.customerStatus satisfies CustomerStatus;
const step = await receiveWebhook({ secret: '${SECRET}', ...request, body: '{}' }).catch((error: unknown) =>
  error instanceof WebhookVerificationError ? error.step : null,
);
console.log(JSON.stringify([transitions[0]?.event, event.type, step, errorOf(new Error('other'))]));
`;
}
