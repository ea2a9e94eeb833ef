import type { Metadata } from 'next';
import { NoSession } from '#features/portal/arrival/no-session.tsx';
import { VisitorFrame } from '#features/portal/frame/visitor-frame.tsx';
import { isEvaluation } from '#server/env.ts';
import { runtime } from '#server/runtime.ts';

export const metadata: Metadata = { title: 'You are signed out' };

/** After signing out. */
export default async function EndedPage() {
  return (
    <VisitorFrame>
      <NoSession why="ended" mailbox={isEvaluation((await runtime()).env)} />
    </VisitorFrame>
  );
}
