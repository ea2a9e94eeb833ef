import { refusalOf } from '#lib/api.ts';
import type { WordsOf } from '#lib/words.ts';
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

type Say = WordsOf<'portal.documents.failed'>;

export function failureOf(error: unknown, isOnline: boolean, t: Say): UploadFailure {
  const { code, message } =
    error instanceof UploadProblem ? error : (refusalOf(error) ?? { code: undefined, message: '' });
  if (!code) return { problem: t(isOnline ? 'lost' : 'waiting'), again: true, lost: true };
  return {
    problem: code === 'UNAUTHENTICATED' ? t('signedOut') : message,
    again: AGAIN.has(code),
    lost: false,
    code,
  };
}

/** A file of this size would be refused, which is said before it has travelled. Null when its size is fine. */
export function sizeFailure({ size }: File, { minBytes, maxBytes }: FileLimits, t: Say): UploadFailure | null {
  const refuse = (problem: string): UploadFailure => ({ problem, again: false, lost: false });
  if (size > maxBytes) return refuse(t('tooLarge', { most: maxBytes / 1024 / 1024 }));
  if (size < minBytes) return refuse(t('tooSmall', { least: minBytes / 1024 }));
  return null;
}
