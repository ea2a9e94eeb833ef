import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { bootstrap, Stop } from './bootstrap.mjs';
import { NODE, ROOT, stopChildrenOnSignals, workspaceEnvironment } from './process.mjs';

// `npm start`: installs what is missing and hands over to `gatehouse start`, which says the rest.

const MAIN = join(ROOT, 'apps', 'cli', 'src', 'main.ts');
const SAME_KEYSTROKE_MS = 2_000;

stopChildrenOnSignals();
try {
  await bootstrap();
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exit(1);
}
handOver([MAIN, 'start', ...userArguments()]);

/** `npm start --port 4000`, without two dashes in between, loses the name of the option to npm's own settings. */
function userArguments() {
  const given = process.argv.slice(2);
  const swallowed = process.env.npm_config_port;
  if (!swallowed || given.some((argument) => argument.startsWith('--port'))) return given;
  return swallowed === 'true' ? ['--port', ...given] : ['--port', swallowed, ...given];
}

function handOver(args) {
  // The channel is a lifeline: when this process is killed hard, Gatehouse sees it close and shuts down as well.
  const child = spawn(NODE, args, {
    cwd: ROOT,
    env: workspaceEnvironment(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });

  // Ctrl-C reaches us from the terminal and once more from npm, which both mean one and the same wish.
  let last = 0;
  const forward = (signal) => {
    if (Date.now() - last < SAME_KEYSTROKE_MS) return;
    last = Date.now();
    child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(signal);
    process.on(signal, () => forward(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  }
  stopWhenNpmIsGone(() => forward('SIGTERM'));

  child.on('error', (error) => {
    console.error(`${NODE} could not be run: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (code !== null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** Whoever kills npm hard means us too, but no signal says so: our parent changes. */
function stopWhenNpmIsGone(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 1000);
  timer.unref();
}
