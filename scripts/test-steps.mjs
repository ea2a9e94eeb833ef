import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pnpm } from './bootstrap.mjs';
import { findChromium } from './chromium.mjs';
import { ROOT, workspaceEnvironment } from './process.mjs';

const BIN = join(ROOT, 'node_modules', '.bin');
const WEB = join(ROOT, 'apps', 'web');

/**
 * What `npm test` runs, in this order. A step names its program, and, if that counts tests, how to read the counts from
 * the report it writes.
 */
export const STEPS = [
  { name: 'lint', prepare: () => ({ program: join(BIN, 'biome'), args: ['check', '.'] }) },
  { name: 'unused', prepare: () => ({ program: join(BIN, 'knip'), args: ['--no-progress'] }) },
  { name: 'types', prepare: () => fromPnpm('exec', 'turbo', 'run', 'types', '--output-logs=errors-only') },
  { name: 'unit', prepare: (report) => vitest('unit', report), count: countVitest },
  { name: 'database', prepare: (report) => vitest('database', report), count: countVitest },
  { name: 'browser', prepare: playwright, count: countPlaywright },
];

/** Turbo calls pnpm by name, and a fresh machine has it only inside npx. */
function fromPnpm(...args) {
  const [program, all] = pnpm(...args);
  return {
    program,
    args: all,
    env: workspaceEnvironment({ TURBO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1' }),
  };
}

function vitest(project, report) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { program: join(BIN, 'vitest'), args: ['run', '--project', project, ...reporters] };
}

async function playwright(report, say) {
  const env = workspaceEnvironment({
    CHROMIUM_PATH: await findChromium(say),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    NEXT_TELEMETRY_DISABLED: '1',
  });
  const program = join(WEB, 'node_modules', '.bin', 'playwright');
  return { program, args: ['test', '--reporter=list,json'], cwd: WEB, env };
}

function countVitest(report) {
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    numTodoTests = 0,
    testResults = [],
  } = read(report);
  // A file that cannot even be loaded has no failed test to count, and counts as one itself.
  const broken = testResults.filter(({ status, assertionResults: tests }) => {
    return status === 'failed' && !tests.some((test) => test.status === 'failed');
  });
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests + numTodoTests };
}

function countPlaywright(report) {
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = read(report).stats ?? {};
  return { passed: expected + flaky, failed: unexpected, skipped };
}

/** A runner that breaks before it starts writes no report, which reads as no test at all. */
function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
}
