import { mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where a process writes: a file of the data folder, or our own terminal. */
export type Output = {
  readonly stdio: number | 'inherit';
  readonly file: string | null;
  /** Says in a sentence where to read it, after another one. */
  readonly where: string;
};

const LONG = 5_000_000;
const SHOWN_LINES = 20;

/** A log in the data folder, so that the terminal stays calm. It begins anew when it has grown long. */
export function logFile(dataFolder: string, name: string): Output {
  const folder = join(dataFolder, 'logs');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.log`);
  const long = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LONG;
  return { stdio: openSync(file, long ? 'w' : 'a', 0o600), file, where: ` Its log: ${file}` };
}

/** In production, logs belong to whoever collects what we print. */
export const terminal: Output = { stdio: 'inherit', file: null, where: '' };

/** The last lines: where the reason stands. */
export const tailOf = ({ file }: Output): string =>
  file === null ? '' : readFileSync(file, 'utf8').trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
