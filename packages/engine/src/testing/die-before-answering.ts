import { randomBytes } from 'node:crypto';
import { connect, fileStore } from '@gatehouse/db';
import { PROGRAMS } from '@gatehouse/domain';
import { automaticProviders, fileInspector } from '@gatehouse/providers';
import { realClock } from '../deps.ts';
import { createEngine } from '../engine.ts';
import type { AppActor } from '../tenancy.ts';
import { createVault, type Vault } from '../vault.ts';

// A process that creates a webhook endpoint under an idempotency key and is killed after the write and before the
// answer is stored. A test runs it and inspects what is left.

const { app, key, url } = JSON.parse(process.argv[2] ?? '') as { app: AppActor; key: string; url: string };
const vault = createVault(new Map([['k1', randomBytes(32)]]));
const dying: Vault = {
  ...vault,
  own: (id) => ({
    ...vault.own(id),
    seal(purpose, value) {
      if (purpose !== 'answer') return vault.own(id).seal(purpose, value);
      process.stdout.write('written\n');
      process.kill(process.pid, 'SIGKILL');
      return Buffer.alloc(0);
    },
  }),
};
const { sql, db } = connect(process.env.DYING_DATABASE_URL ?? '');
const engine = createEngine({
  sql,
  db,
  vault: dying,
  files: fileStore('/nowhere'),
  inspector: fileInspector,
  scanner: null,
  providers: automaticProviders(),
  programs: PROGRAMS,
  now: realClock,
  random: Math.random,
  announce: () => {},
  evaluation: true,
  publicUrl: 'http://localhost:3000',
});
const request = { tenantId: app.tenantId, key, procedure: 'webhookEndpoints.create', input: { url } };
await engine.idempotent(request, (verbs) => verbs.webhookEndpoints.create(app, { url }));
