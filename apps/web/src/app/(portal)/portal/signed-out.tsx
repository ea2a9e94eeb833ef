import { NoSession } from '#features/portal/arrival/no-session.tsx';
import { isEvaluation } from '#server/env.ts';
import { runtime } from '#server/runtime.ts';

/**
 * Replaces a page when nobody is signed in. The frame shows it when a page is opened, and so does each page, because
 * following a link keeps the frame that the browser already has.
 */
export async function SignedOut() {
  return <NoSession why="signedOut" mailbox={isEvaluation((await runtime()).env)} />;
}
