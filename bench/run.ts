import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Runs all measurements, one after the other, because two at once would influence each other. */
const MEASUREMENTS = ['t1-transition.ts', 't3-submit-to-webhook.ts', 't6-noisy-endpoints.ts'];

for (const file of MEASUREMENTS) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file)], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
