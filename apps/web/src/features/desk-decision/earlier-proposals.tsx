import type { ProposalView } from '@gatehouse/domain';
import { proposalLifecycle } from '@gatehouse/domain';
import { Badge } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { DECISION_COPY } from './decision-copy.ts';

type EarlierProposalsProps = { readonly proposals: readonly ProposalView[]; readonly now: string };

/** Closed proposals: who proposed what, and who decided how. */
export function EarlierProposals({ proposals, now }: EarlierProposalsProps) {
  const closed = proposals.filter(({ status }) => proposalLifecycle.leaving(status).length === 0);
  if (closed.length === 0) return null;
  return (
    <Card title="Earlier proposals">
      <ul className="flex flex-col gap-2">
        {closed.map((proposal) => (
          <li key={proposal.id} className="flex flex-col gap-0.5">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-semibold">To {DECISION_COPY[proposal.decision].verbs}</span>
              <Badge tone="neutral">{proposalLifecycle.label(proposal.status)}</Badge>
              <span className="text-muted text-small">
                {proposal.proposedBy?.name}, <RelativeTime value={proposal.createdAt} now={now} />
                {proposal.decidedBy && `; settled by ${proposal.decidedBy}`}
              </span>
            </p>
            {proposal.note && <p className="whitespace-pre-wrap break-words text-muted">{proposal.note}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
