import { refusalOf } from '#lib/api.ts';
import { SIGNED_OUT } from '../form/problem.ts';
import { UploadProblem } from './send-file.ts';
import type { FileLimits } from './slot.ts';

/** Why a file is not there, and what can help: the same file once more, or only another one. */
export type UploadFailure = {
  readonly problem: string;
  /** The same file may arrive at the next try. A file that was refused for what it is would be refused again. */
  readonly again: boolean;
  /** Only the connection was missing, so it is sent again by itself when that returns. */
  readonly lost: boolean;
  readonly code?: string | undefined;
};

/** The refusals that say nothing about the file. */
const AGAIN = new Set(['UNAUTHENTICATED', 'TOO_MANY_REQUESTS', 'INTERNAL', 'UNAVAILABLE']);

const WAITING = 'You’re offline, so this file is not uploaded yet. We send it as soon as you’re connected again.';
const LOST = 'The connection was lost, and the file did not arrive. Try again.';

export function failureOf(error: unknown, isOnline: boolean): UploadFailure {
  const { code, message } =
    error instanceof UploadProblem ? error : (refusalOf(error) ?? { code: undefined, message: '' });
  if (!code) return { problem: isOnline ? LOST : WAITING, again: true, lost: true };
  return {
    problem: code === 'UNAUTHENTICATED' ? SIGNED_OUT : message,
    again: AGAIN.has(code),
    lost: false,
    code,
  };
}

/** A file of this size would be refused, which is said before it has travelled. Null when its size is fine. */
export function sizeFailure({ size }: File, { minBytes, maxBytes }: FileLimits): UploadFailure | null {
  const refuse = (problem: string): UploadFailure => ({ problem, again: false, lost: false });
  if (size > maxBytes) return refuse(`This file is too large. Use one of at most ${maxBytes / 1024 / 1024} MB.`);
  if (size < minBytes) return refuse(`This file is too small to be read. Use one of at least ${minBytes / 1024} KB.`);
  return null;
}
