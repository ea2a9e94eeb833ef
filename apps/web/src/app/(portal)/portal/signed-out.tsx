import { NoSession } from '#features/portal/arrival/no-session.tsx';
import { isEvaluation } from '#server/env.ts';
import { runtime } from '#server/runtime.ts';

/**
 * What stands where a page would be when nobody is signed in. The frame says it for a page that is opened, and each page
 * for itself too: following a link keeps the frame that the browser already has, and the page would be empty in it.
 */
export async function SignedOut() {
  return <NoSession why="signedOut" mailbox={isEvaluation((await runtime()).env)} />;
}
