import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runApart } from './run-apart.ts';

const main = realpathSync(join(import.meta.dirname, '../testing/probe.ts'));
const run = (argument: string, time = 30_000) =>
  runApart({ main, readable: [main], argument, input: new Uint8Array(), time });

test('a separate process has no environment, reads only permitted paths, and can neither write nor start processes', async () => {
  process.env.GATEHOUSE_KEYS = 'CANARY';
  const { output, killed } = await run(main);
  expect(killed).toBe(false);
  const { environment, ...found } = JSON.parse(output.toString());
  expect(environment).not.toContain('GATEHOUSE_KEYS');
  expect(environment).not.toContain('PATH');
  const denied = 'ERR_ACCESS_DENIED';
  expect(found).toEqual({ own: 'done', passwords: denied, write: denied, program: denied, inThread: denied });
}, 60_000);

test('a process is killed at its time limit', async () => {
  expect(await run(main, 1)).toMatchObject({ killed: true });
}, 60_000);
