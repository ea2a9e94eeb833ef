import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NoSession } from '#features/portal/arrival/no-session.tsx';
import { VisitorFrame } from '#features/portal/frame/visitor-frame.tsx';
import { isEvaluation } from '#server/env.ts';
import { runtime } from '#server/runtime.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.arrival');
  return { title: t('expired.title') };
}

/** The page of a used or expired link. */
export default async function ExpiredPage() {
  return (
    <VisitorFrame>
      <NoSession why="expired" mailbox={isEvaluation((await runtime()).env)} />
    </VisitorFrame>
  );
}
