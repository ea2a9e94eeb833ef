import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Arrival } from '#features/portal/arrival/arrival.tsx';
import { NoSession } from '#features/portal/arrival/no-session.tsx';
import { VisitorFrame } from '#features/portal/frame/visitor-frame.tsx';
import { isEvaluation } from '#server/env.ts';
import { runtime } from '#server/runtime.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.arrival');
  return { title: t('title') };
}

/** The target of a link. Opening it does not use it up. */
export default async function ArrivalPage({ params }: { readonly params: Promise<{ readonly token: string }> }) {
  const { token } = await params;
  const { engine, env, pages } = await runtime();
  const { usable, partnerName, supportEmail } = await pages.read(() => engine.portal.peek(token));
  return (
    <VisitorFrame partnerName={partnerName} supportEmail={supportEmail}>
      {usable ? (
        <Arrival token={token} partnerName={partnerName} />
      ) : (
        <NoSession why="expired" mailbox={isEvaluation(env)} />
      )}
    </VisitorFrame>
  );
}
