import { type ErrorCode, isRefusal } from '@gatehouse/domain';
import { notFound, redirect } from 'next/navigation';
import { readAsVisitor } from '#server/caller.ts';

type Read<T> = Parameters<typeof readAsVisitor<T>>[0];

/**
 * Reads for a page as the signed-in person. Every page calls this itself, because it can be fetched without its layout.
 * A visitor is redirected to the sign-in, which returns to `here`, and a person without a second factor to its setup.
 */
export async function asStaff<T>(here: string, read: Read<T>): Promise<T> {
  const refused = await readAsVisitor(read).then(
    (value) => ({ value }),
    (error: unknown) => ({ code: codeOf(error), error }),
  );
  if ('value' in refused) return refused.value;
  if (refused.code === 'UNAUTHENTICATED') redirect(`/desk/sign-in?next=${encodeURIComponent(here)}`);
  if (refused.code === 'SECOND_FACTOR_REQUIRED') redirect('/desk/sign-in/second-factor');
  // A mistyped URL looks like one of a page that does not exist.
  if (refused.code === 'NOT_FOUND' || refused.code === 'INVALID_INPUT') notFound();
  throw refused.error;
}

/** The code of a refusal, or null for a fault. The procedure's error may hold the refusal as its cause. */
export function codeOf(error: unknown): ErrorCode | null {
  if (isRefusal(error)) return error.code;
  const cause = error instanceof Error ? error.cause : undefined;
  if (isRefusal(cause)) return cause.code;
  return cause instanceof Error && cause.name === 'ZodError' ? 'INVALID_INPUT' : null;
}
