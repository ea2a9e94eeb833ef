import { answerTo, type Profile, questionFor } from '@gatehouse/domain';
import type { PortalItem, PortalSession } from '@gatehouse/engine';
import type { ReactNode } from 'react';
import { answerOf } from '../questions/answers.tsx';
import { sideLabel } from '../tasks/documents.ts';
import { GivenDocuments } from '../upload/given-documents.tsx';
import { MarkedScan } from './marked-scan.tsx';

/** What the customer gave before, to compare with: the scan with the reviewer's mark, the stored value, or the words. */
export function EarlierAnswer({ session, item }: { readonly session: PortalSession; readonly item: PortalItem }) {
  const earlier = earlierOf(session, item);
  if (!earlier) return null;
  return (
    <div className="flex flex-col gap-tight border-line border-l-4 pl-4">
      <p className="font-semibold text-muted text-small">What you gave before</p>
      {earlier}
    </div>
  );
}

function earlierOf({ documents, customer, program }: PortalSession, item: PortalItem): ReactNode {
  const { pin, answer } = item;
  const wanted = answerTo(item);
  const current = documents.filter((each) => each.state === 'CURRENT');
  const marked = pin && current.find((each) => each.id === pin.documentId && each.hasPicture);
  if (pin && marked)
    return (
      <MarkedScan
        address={`/api/files/${marked.id}?as=picture`}
        pin={pin}
        label={sideLabel(marked.kind, marked.side)}
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
      <span className="sr-only">{question.label}: </span>
      {answerOf(question, profile)}
    </div>
  );
}
