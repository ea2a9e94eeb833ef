import type { Pin, PortalItem, PortalSession } from '@gatehouse/domain';
import { answerTo, type Profile, questionFor } from '@gatehouse/domain';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Formatter, Translator } from '#lib/translator.ts';
import { answerOf } from '../questions/answers.tsx';
import { sideLabel } from '../tasks/documents.ts';
import { GivenDocuments } from '../upload/given-documents.tsx';

/** The previous answer, to compare with: the scan with the reviewer's mark, the stored value, or the text. */
export function EarlierAnswer({ session, item }: { readonly session: PortalSession; readonly item: PortalItem }) {
  const t = useTranslations();
  const format = useFormatter();
  const earlier = earlierOf(session, item, t, format);
  if (!earlier) return null;
  return (
    <div className="flex flex-col gap-tight border-line border-s-4 ps-4">
      <p className="font-semibold text-muted text-small">{t('portal.request.before')}</p>
      {earlier}
    </div>
  );
}

function earlierOf(
  { documents, customer, program }: PortalSession,
  item: PortalItem,
  t: Translator,
  format: Formatter,
): ReactNode {
  const { pin, answer } = item;
  const wanted = answerTo(item);
  const current = documents.filter((each) => each.state === 'CURRENT');
  const marked = pin && current.find((each) => each.id === pin.documentId && each.hasPicture);
  if (pin && marked)
    return (
      <MarkedScan
        address={`/api/files/${marked.id}?as=picture`}
        pin={pin}
        label={sideLabel(t, marked.kind, marked.side)}
      />
    );
  const same = current.filter((each) => wanted.by === 'document' && each.kind === wanted.kind);
  if (same.length > 0) return <GivenDocuments documents={same} large />;
  if (answer) return <p className="whitespace-pre-line">{answer}</p>;
  const profile: Profile = customer.profile;
  const question = wanted.by === 'field' ? questionFor(program, wanted.field) : null;
  if (question === null || profile[question.field] === undefined) return null;
  return (
    <div>
      <span className="sr-only">{t('portal.request.beforeOf', { label: question.label })} </span>
      {answerOf(question, profile, format)}
    </div>
  );
}

type MarkedScanProps = { readonly address: string; readonly pin: Pin; readonly label: string };

/** A scan with the reviewer's mark. The mark is red in the dark theme too, because paper is always light. */
function MarkedScan({ address, pin, label }: MarkedScanProps) {
  const t = useTranslations('portal');
  return (
    <figure className="flex flex-col gap-tight">
      <div className="relative w-fit overflow-hidden rounded border border-line bg-sunken">
        <img src={address} alt={t('documents.asSent', { side: label })} className="max-h-96" />
        <span
          aria-hidden
          className="scheme-light -translate-x-1/2 -translate-y-1/2 absolute size-11 rounded-full border-4 border-danger ring-2 ring-canvas"
          style={{ left: `${pin.x * 100}%`, top: `${pin.y * 100}%` }}
        />
      </div>
      <figcaption className="text-muted text-small">{t('request.ring')}</figcaption>
    </figure>
  );
}
