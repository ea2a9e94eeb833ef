'use client';

import type { Case, ProposalView } from '@gatehouse/domain';
import { customerLifecycle } from '@gatehouse/domain';
import { api } from '#lib/api.ts';
import { useCall } from '#lib/use-call.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { DECISION_COPY } from './decision-copy.ts';
import { DecisionError } from './decision-error.tsx';
import { effectFactsOf } from './effect-facts.ts';
import { effectsOf } from './effects.ts';
import { EffectsList } from './effects-list.tsx';
import { ProposalSummary } from './proposal-summary.tsx';

/** The actions on a proposal, with their copy. */
const VERBS = {
  confirm: { title: 'Confirm', busy: 'Confirming' },
  decline: { title: 'Decline', busy: 'Declining' },
  takeBack: { title: 'Take back', busy: 'Taking back' },
} as const;
export type ProposalVerb = keyof typeof VERBS;

type ProposalDialogProps = {
  readonly verb: ProposalVerb;
  readonly proposal: ProposalView;
  readonly theCase: Case;
  readonly onClose: () => void;
  readonly onLook: () => void;
  readonly onDone: (told: { title: string; description: string }) => void;
};

/** The dialog for the second person: the whole proposal and its effects. */
export function ProposalDialog({ verb, proposal, theCase, onClose, onLook, onDone }: ProposalDialogProps) {
  const { title, busy } = VERBS[verb];
  const confirms = verb === 'confirm';
  const of = { proposalId: proposal.id };
  const send = useCall(() =>
    confirms
      ? api.desk.proposals.confirm.mutate({ ...of, expectedVersion: theCase.customer.version })
      : api.desk.proposals.decline.mutate(of),
  );
  const name = theCase.customer.displayName;
  const commit = async (): Promise<void> => {
    const ended = await send.run(undefined);
    if (!ended || !('value' in ended)) return;
    const status = customerLifecycle.label(ended.value.customerStatus);
    onDone(
      confirms
        ? { title: 'Confirmed', description: `${name} is ${status} now.` }
        : { title: verb === 'decline' ? 'Declined' : 'Taken back', description: `${name} stays ${status}.` },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`${title}: ${DECISION_COPY[proposal.decision].verbs} ${name}`}
      description={`Proposed by ${proposal.proposedBy?.name ?? 'somebody'}.`}
      footer={
        <>
          <Button
            variant={confirms ? DECISION_COPY[proposal.decision].look : 'primary'}
            pending={send.pending}
            pendingLabel={busy}
            onClick={() => void commit()}
          >
            {title}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <ProposalSummary proposal={proposal} />
      {confirms ? (
        <EffectsList
          waits={false}
          effects={effectsOf(
            proposal.decision,
            effectFactsOf(theCase, { asked: proposal.items.length, temporary: proposal.temporary }),
          )}
        />
      ) : (
        <p>Nothing changes for the customer. The proposal stays in the history.</p>
      )}
      <DecisionError
        failure={send.failure}
        onLookAgain={() => {
          onLook();
          onClose();
        }}
      />
    </Dialog>
  );
}
