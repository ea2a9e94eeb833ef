import { type ErrorCode, isRefusal } from '@gatehouse/domain';
import { notFound, redirect } from 'next/navigation';
import { readAsVisitor } from '#server/caller.ts';

type Read<T> = Parameters<typeof readAsVisitor<T>>[0];

/**
 * Reads for a page as whoever is signed in. Every page asks for itself: it can be fetched without its layout. Nobody
 * signed in leads to the sign-in, which comes back to `here`; a missing second factor leads to setting it up.
 */
export async function asStaff<T>(here: string, read: Read<T>): Promise<T> {
  const refused = await readAsVisitor(read).then(
    (value) => ({ value }),
    (error: unknown) => ({ code: codeOf(error), error }),
  );
  if ('value' in refused) return refused.value;
  if (refused.code === 'UNAUTHENTICATED') redirect(`/desk/sign-in?next=${encodeURIComponent(here)}`);
  if (refused.code === 'SECOND_FACTOR_REQUIRED') redirect('/desk/sign-in/second-factor');
  // An address that somebody mistyped looks like one that leads nowhere.
  if (refused.code === 'NOT_FOUND' || refused.code === 'INVALID_INPUT') notFound();
  throw refused.error;
}

/** Which refusal it is, or null for a fault. A refusal may travel inside the error of the procedure. */
export function codeOf(error: unknown): ErrorCode | null {
  if (isRefusal(error)) return error.code;
  const cause = error instanceof Error ? error.cause : undefined;
  if (isRefusal(cause)) return cause.code;
  return cause instanceof Error && cause.name === 'ZodError' ? 'INVALID_INPUT' : null;
}
