import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Everything in this folder runs on the machine's own Node (20 or later) before any package is installed.

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The Node that everything else runs on; npm brings it. */
export const NODE = join(ROOT, 'node_modules', '.bin', 'node');

/** With the workspace's own programs first, so that `node` means the one that npm brought. */
export function workspaceEnvironment(extra = {}) {
  return { ...process.env, PATH: `${join(ROOT, 'node_modules', '.bin')}:${process.env.PATH}`, ...extra };
}

/** The children at work, so that a signal to us reaches them. */
const children = new Set();

/**
 * Runs a program to its end and keeps what it says.
 *
 * @returns {Promise<{ ok: boolean, output: string, seconds: number }>}
 */
export function run(program, args, { cwd = ROOT, env = workspaceEnvironment(), timeout = 0 } = {}) {
  const began = Date.now();
  return new Promise((resolve) => {
    let output = '';
    const done = (ok) => resolve({ ok, output, seconds: (Date.now() - began) / 1000 });
    const child = spawn(program, args, { cwd, env, timeout, stdio: ['ignore', 'pipe', 'pipe'] });
    children.add(child);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => {
      children.delete(child);
      output += error.message;
      done(false);
    });
    child.on('close', (code) => {
      children.delete(child);
      done(code === 0);
    });
  });
}

/** Ends the children first and then ourselves, with the exit code that shells use for a signal. */
export function stopChildrenOnSignals() {
  const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
  for (const [signal, number] of Object.entries(numbers)) {
    process.on(signal, () => {
      process.exitCode = 128 + number;
      for (const child of children) child.kill(signal);
      setTimeout(() => process.exit(), children.size > 0 ? 5_000 : 0).unref();
      const waiting = setInterval(() => {
        if (children.size > 0) return;
        clearInterval(waiting);
        process.exit();
      }, 50);
    });
  }
}

/** The last lines of a long output: where the reason stands. */
export function tail(text, lines) {
  const all = text.trimEnd().split('\n');
  return all.length <= lines
    ? all.join('\n')
    : [`(${all.length - lines} lines before)`, ...all.slice(-lines)].join('\n');
}
