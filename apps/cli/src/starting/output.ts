import { mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where a process writes its output: a file in the data folder, or our own terminal. */
export type Output = {
  readonly stdio: number | 'inherit';
  readonly file: string | null;
  /** A sentence that says where the output is, to append to another one. */
  readonly where: string;
};

const LONG = 5_000_000;
const SHOWN_LINES = 20;

/** A log file in the data folder. It is truncated at a start when it has grown long. */
export function logFile(dataFolder: string, name: string): Output {
  const folder = join(dataFolder, 'logs');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.log`);
  const long = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LONG;
  return { stdio: openSync(file, long ? 'w' : 'a', 0o600), file, where: ` Its log: ${file}` };
}

/** In production, the platform collects our output. */
export const terminal: Output = { stdio: 'inherit', file: null, where: '' };

/** The last lines, which say why a process failed. */
export const tailOf = ({ file }: Output): string =>
  file === null ? '' : readFileSync(file, 'utf8').trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
