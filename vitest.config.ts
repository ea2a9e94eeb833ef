import { defineConfig } from 'vitest/config';

const EVERYWHERE = ['packages', 'apps', 'bench'];
const NEVER = ['**/node_modules/**', '**/.next/**', '**/dist/**', 'apps/web/e2e/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: EVERYWHERE.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          exclude: [...NEVER, '**/*.db.test.ts'],
          // Nothing happens at import time and no module keeps state, so files share a worker's modules. This saves a third.
          isolate: false,
          // A machine that is busy with something else makes a test slow, and that is no failure.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
          include: EVERYWHERE.map((folder) => `${folder}/**/*.db.test.ts`),
          exclude: NEVER,
          isolate: false,
          globalSetup: './packages/db/src/testing/global-setup.ts',
          // Races are shown with many connections at once, which takes its time on a small machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // One more than the cores of a small machine, because many of these tests wait for clocks and processes.
          maxWorkers: 3,
        },
      },
    ],
  },
});
