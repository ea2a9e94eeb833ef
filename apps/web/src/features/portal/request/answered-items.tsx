import type { PortalItem, PortalSession } from '@gatehouse/domain';
import { answerTo, questionFor } from '@gatehouse/domain';
import { CircleCheck } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Formatter } from '#lib/translator.ts';
import { answerOf } from '../questions/answers.tsx';
import { Section } from '../status/section.tsx';
import { GivenDocuments } from '../upload/given-documents.tsx';
import { aboutOf } from './items.tsx';
import { SentComments } from './sent-comments.tsx';

/** The answered items, read-only. */
export function AnsweredItems({ session }: { readonly session: PortalSession }) {
  const t = useTranslations();
  const format = useFormatter();
  const answered = session.items.filter((item) => item.status === 'ANSWERED');
  if (answered.length === 0) return null;
  return (
    <Section id="answered" title={t('portal.request.answered.title')}>
      <p className="text-muted">{t('portal.request.answered.locked')}</p>
      <ul className="flex flex-col gap-stack">
        {answered.map((item) => (
          <li key={item.id} className="flex items-start gap-3 border-line border-t pt-4">
            <CircleCheck aria-hidden className="mt-[0.25em] size-icon shrink-0 text-on-success" />
            <div className="flex min-w-0 grow flex-col gap-1">
              <p className="text-muted text-small">{aboutOf(session, item, t)}</p>
              <p className="font-semibold">{item.message}</p>
              {answerGiven(session, item, format)}
              <SentComments comments={item.comments} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function answerGiven({ documents, customer, program }: PortalSession, item: PortalItem, format: Formatter): ReactNode {
  const wanted = answerTo(item);
  const question = wanted.by === 'field' ? questionFor(program, wanted.field) : null;
  if (question) return <div>{answerOf(question, customer.profile, format)}</div>;
  const sent = documents.filter(
    ({ state, kind, requirementId }) =>
      wanted.by === 'document' &&
      state === 'CURRENT' &&
      (wanted.kind ? kind === wanted.kind : requirementId === item.id),
  );
  return sent.length > 0 ? <GivenDocuments documents={sent} /> : <p className="whitespace-pre-line">{item.answer}</p>;
}
