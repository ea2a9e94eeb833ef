'use client';

import type { Case, ProposalView } from '@gatehouse/domain';
import { proposalLifecycle } from '@gatehouse/domain';
import { useState } from 'react';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { useToast } from '#ui/toast.tsx';
import { UnavailableButton } from '#ui/unavailable-button.tsx';
import { DECISION_COPY } from './decision-copy.ts';
import { ProposalDialog, type ProposalVerb } from './proposal-dialog.tsx';
import { ProposalSummary } from './proposal-summary.tsx';

type ProposalProps = {
  readonly theCase: Case;
  readonly me: { readonly id: string };
  readonly now: string;
  readonly onLook: () => void;
};

/** Whether the proposal still waits for a second person. */
const isOpen = ({ status }: ProposalView): boolean => proposalLifecycle.allows(status, 'confirm').allowed;

/** A proposal that waits for a second person: who proposed what, why, and what has changed since. */
export function Proposal({ theCase, me, now, onLook }: ProposalProps) {
  const show = useToast();
  const [verb, setVerb] = useState<ProposalVerb | null>(null);
  const proposal = theCase.proposals.find(isOpen);
  if (!proposal) return null;
  const isMine = proposal.proposedBy?.id === me.id;
  const { whyNotConfirm, whyNotDecline } = proposal;
  const back: ProposalVerb = isMine ? 'takeBack' : 'decline';

  return (
    <Card
      title={
        <>
          {isMine ? 'You' : (proposal.proposedBy?.name ?? 'Somebody')} proposed to{' '}
          {DECISION_COPY[proposal.decision].verbs}
        </>
      }
      aside={
        <span className="flex items-center gap-3 text-muted">
          <RelativeTime value={proposal.createdAt} now={now} />
          <Badge tone="ready" icon="pause">
            {proposalLifecycle.label(proposal.status)}
          </Badge>
        </span>
      }
    >
      <ProposalSummary proposal={proposal} />
      <div className="flex flex-wrap gap-2">
        {whyNotConfirm ? (
          <UnavailableButton why={whyNotConfirm}>Confirm</UnavailableButton>
        ) : (
          <Button onClick={() => setVerb('confirm')}>Confirm</Button>
        )}
        {whyNotDecline ? (
          <UnavailableButton why={whyNotDecline}>Decline</UnavailableButton>
        ) : (
          <Button variant="secondary" onClick={() => setVerb(back)}>
            {isMine ? 'Take back' : 'Decline'}
          </Button>
        )}
      </div>
      {verb && (
        <ProposalDialog
          verb={verb}
          proposal={proposal}
          theCase={theCase}
          onClose={() => setVerb(null)}
          onLook={onLook}
          onDone={({ title, description }) => {
            setVerb(null);
            onLook();
            show({ title, description });
          }}
        />
      )}
    </Card>
  );
}
