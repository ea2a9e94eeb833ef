import { auditActionMessage, englishRequirementCodes, type ProposalView } from '@gatehouse/domain';
import type { ReactNode } from 'react';
import { Notice } from '#ui/notice.tsx';

/** Why a decision was proposed, in the proposer's words, and what has changed since. */
export function ProposalSummary({ proposal }: { readonly proposal: ProposalView }) {
  const changes = [...new Set(proposal.changedSince)].map(auditActionMessage);
  return (
    <>
      <dl className="flex flex-col gap-1">
        {proposal.reason && (
          <Line term="Reason">
            {proposal.reason}
            {proposal.temporary !== null && (proposal.temporary ? ', temporary' : ', permanent')}
          </Line>
        )}
        {proposal.note && <Line term="Note">{proposal.note}</Line>}
        {proposal.message && <Line term="To the customer">{proposal.message}</Line>}
        {proposal.items.length > 0 && (
          <Line term="Asks for">
            {proposal.items.map((item) => englishRequirementCodes[item.code].sentence).join(' ')}
          </Line>
        )}
      </dl>
      {changes.length > 0 ? (
        <Notice kind="warning" title="What has changed since it was proposed">
          <ul className="list-disc ps-4">
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <p className="text-muted">Nothing has changed since it was proposed.</p>
      )}
    </>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-x-3 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <dt className="text-muted">{term}</dt>
      <dd className="whitespace-pre-wrap break-words">{children}</dd>
    </div>
  );
}
