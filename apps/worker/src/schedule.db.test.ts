import { readId } from '@gatehouse/domain';
import type { TaskLog } from '@gatehouse/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Installation, install } from './testing/installation.ts';

let here: Installation;
beforeAll(async () => {
  here = await install();
});
afterAll(() => here.remove());

test('logs each seal, and each break with its record and position', async () => {
  const lines: unknown[] = [];
  const log: TaskLog = {
    info: (facts, text) => lines.push(['info', facts, text]),
    error: (facts, text) => lines.push(['error', facts, text]),
  };
  const { id } = await here.engine.customers.create(here.app, { type: 'INDIVIDUAL' });
  const customerId = readId('customer', id);
  await here.engine.work.runTask('sealHeads', log);
  await here.admin`update audit_entry set actor_kind = 'staff' where customer_id = ${customerId}`;
  await here.engine.work.runTask('verifyAudit', log);
  expect(lines).toEqual([
    [
      'info',
      expect.objectContaining({ seal: 1, leaves: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }),
      'audit heads sealed',
    ],
    [
      'error',
      { what: 'COLUMNS', tenantId: here.app.tenantId, customerId, position: 1 },
      'audit broken: the columns of the entry say something else than what was hashed',
    ],
  ]);
});
