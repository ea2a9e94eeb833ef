import type { PortalSession } from '@gatehouse/domain';
import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { GivenAnswers } from '../questions/given-answers.tsx';
import { GivenDocuments } from '../upload/given-documents.tsx';
import { Section } from './section.tsx';

type LockedAnswersProps = {
  readonly session: PortalSession;
  readonly title: string;
  /** Why the answers are locked, as a sentence. */
  readonly why: string;
  /** The fields to show. By default all, including empty ones. */
  readonly only?: readonly string[];
};

/** The read-only answers, with the reason why they are locked. */
export function LockedAnswers({ session, title, why, only }: LockedAnswersProps) {
  const t = useTranslations('portal.status');
  const documents = session.documents.filter((each) => each.state === 'CURRENT');
  return (
    <Section id="answers" title={title}>
      <p className="flex items-start gap-2 text-muted">
        <Lock aria-hidden className="mt-[0.25em] size-icon shrink-0" />
        {why}
      </p>
      <GivenAnswers session={session} {...(only ? { only } : {})} />
      {documents.length > 0 && (
        <>
          <h3 className="font-semibold text-h3">{t('documents')}</h3>
          <GivenDocuments documents={documents} />
        </>
      )}
    </Section>
  );
}
