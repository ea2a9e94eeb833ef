'use client';

import { customerLifecycle, holds, mayPropose, proposalLifecycle, type StaffRole } from '@gatehouse/domain';
import type { Case, ProposalView } from '@gatehouse/engine';
import { useState } from 'react';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { useToast } from '#ui/toast.tsx';
import { UnavailableButton } from '#ui/unavailable-button.tsx';
import { DECISIONS } from './decision-words.ts';
import { isRunning } from './meets.ts';
import { ProposalDialog, type ProposalVerb } from './proposal-dialog.tsx';
import { ProposalWords } from './proposal-words.tsx';

type ProposalProps = {
  readonly theCase: Case;
  readonly me: { readonly id: string; readonly role: StaffRole };
  readonly now: string;
  readonly onLook: () => void;
};

/** Is this one still waiting for a second person? */
const isOpen = ({ status }: ProposalView): boolean => proposalLifecycle.allows(status, 'confirm').allowed;

/** A decision that waits for a second person: who proposed what, why, and what has changed since. */
export function Proposal({ theCase, me, now, onLook }: ProposalProps) {
  const show = useToast();
  const [verb, setVerb] = useState<ProposalVerb | null>(null);
  const proposal = theCase.proposals.find(isOpen);
  if (!proposal) return null;
  const isMine = proposal.proposedBy?.id === me.id;
  const whyNotConfirm = refusal(theCase, proposal, me);
  const whyNotDecline = isMine ? '' : wrongRole(theCase, proposal, me);
  const back: ProposalVerb = isMine ? 'takeBack' : 'decline';

  return (
    <Card
      title={
        <>
          {isMine ? 'You' : (proposal.proposedBy?.name ?? 'Somebody')} proposed to {DECISIONS[proposal.decision].verbs}
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
      <ProposalWords proposal={proposal} />
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

/** Why this person may not confirm; empty when they may. The engine asks the same again. */
function refusal(theCase: Case, proposal: ProposalView, me: ProposalProps['me']): string {
  if (mayPropose(me.role) && proposal.proposedBy?.id === me.id)
    return 'Whoever proposes cannot confirm. Ask a colleague.';
  return wrongRole(theCase, proposal, me) || (checksRun(theCase) ? 'The checks are still running.' : '');
}

function wrongRole(theCase: Case, { decision }: ProposalView, me: ProposalProps['me']): string {
  if (!mayPropose(me.role)) return 'Your role reads and decides nothing.';
  const row = customerLifecycle.row(theCase.customer.customerStatus, decision);
  const needed = row?.by === 'admin' ? 'admin' : 'approver';
  return holds(me.role, needed) ? '' : `This takes an ${needed}.`;
}

/** The second person judges what the checks found, so they come first. */
const checksRun = ({ runs }: Case): boolean =>
  runs.some((run) => run.open && run.checks.some((check) => check.kind !== 'manual' && isRunning(check)));
