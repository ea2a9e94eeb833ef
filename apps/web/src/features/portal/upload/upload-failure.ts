import { refusalOf } from '#lib/api.ts';
import type { TranslatorOf } from '#lib/translator.ts';
import { UploadProblem } from './send-file.ts';
import type { FileLimits } from './slot.ts';

/** Why an upload failed, and whether the same file may be sent again. */
export type UploadFailure = {
  readonly problem: string;
  /** True when a retry with the same file may succeed. A refused file would be refused again. */
  readonly again: boolean;
  /** True when only the connection failed. The file is sent again when it returns. */
  readonly lost: boolean;
  readonly code?: string | undefined;
};

/** The refusals that do not depend on the file. */
const AGAIN = new Set(['UNAUTHENTICATED', 'TOO_MANY_REQUESTS', 'INTERNAL', 'UNAVAILABLE']);

type Say = TranslatorOf<'portal.documents.failed'>;

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

/** The refusal of a file's size, known before it is sent. Null when the size is accepted. */
export function sizeFailure({ size }: File, { minBytes, maxBytes }: FileLimits, t: Say): UploadFailure | null {
  const refuse = (problem: string): UploadFailure => ({ problem, again: false, lost: false });
  if (size > maxBytes) return refuse(t('tooLarge', { most: maxBytes / 1024 / 1024 }));
  if (size < minBytes) return refuse(t('tooSmall', { least: minBytes / 1024 }));
  return null;
}
