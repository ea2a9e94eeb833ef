import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

// A file that tests run in the process for PDFs. It reports its input and environment, and whether it can read, write
// or start processes.

const attempt = (what: () => unknown): string => {
  try {
    what();
    return 'done';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
};

const own = process.argv[2] ?? '';
const found = {
  environment: Object.keys(process.env),
  own: attempt(() => readFileSync(own)),
  passwords: attempt(() => readFileSync('/etc/passwd')),
  write: attempt(() => process.getBuiltinModule('node:fs').writeFileSync('/tmp/gatehouse-probe', '')),
  program: attempt(() => process.getBuiltinModule('node:child_process').execFileSync('true')),
};
const thread = new Worker(
  "require('node:worker_threads').parentPort.postMessage((() => { try { require('node:fs').readFileSync('/etc/passwd'); return 'done' } catch (error) { return error.code } })())",
  { eval: true },
);
thread.once('message', (inThread) => {
  process.stdout.write(JSON.stringify({ ...found, inThread }));
});
