'use client';

import type { Case } from '@gatehouse/domain';
import { type DecisionEvent, type OfferedAction, takes } from '@gatehouse/domain';
import { useState } from 'react';
import { useCall } from '#lib/use-call.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { UnavailableButton } from '#ui/unavailable-button.tsx';
import { DECISION_COPY } from './decision-copy.ts';
import { Conflict, DecisionError } from './decision-error.tsx';
import { NoteField, ReasonFields } from './decision-fields.tsx';
import { type Draft, problemsOf } from './draft.ts';
import { effectFactsOf } from './effect-facts.ts';
import { effectsOf } from './effects.ts';
import { EffectsList } from './effects-list.tsx';
import { ItemList } from './item-list.tsx';
import { Preview, StatusPreview } from './preview.tsx';
import { type DecisionAnswer, sendDecision } from './send-decision.ts';

type DecisionDialogProps = {
  readonly event: DecisionEvent;
  readonly action: OfferedAction;
  readonly theCase: Case;
  /** The version of the record when this dialog was opened. */
  readonly basis: number;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly onClose: () => void;
  readonly onLookAgain: () => void;
  readonly onDecided: (answer: DecisionAnswer) => void;
};

/**
 * The dialog of one decision: what it needs, what the customer will see, and its effects. It is not a form: only its
 * button commits, and no key does.
 */
export function DecisionDialog({
  event,
  action,
  theCase,
  basis,
  draft,
  onDraft,
  onClose,
  onLookAgain,
  onDecided,
}: DecisionDialogProps) {
  const copy = DECISION_COPY[event];
  const [tries, setTries] = useState(0);
  const send = useCall(() => sendDecision(event, { customerId: theCase.customer.id, expectedVersion: basis }, draft));
  const problems = tries > 0 ? problemsOf(event, draft) : [];
  const told = send.failure?.refusal?.data.issues ?? [];
  const errorOf = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.message ?? told.find(({ path }) => path === field)?.message;
  const change = (changed: Partial<Draft>): void => onDraft({ ...draft, ...changed });
  // The action as offered on opening, so that the button does not change silently when the case changes.
  const [offered] = useState(action);
  const waits = offered.mode === 'propose';
  const moved = theCase.customer.version !== basis;

  const commit = async (): Promise<void> => {
    setTries(tries + 1);
    if (problemsOf(event, draft).length > 0) return;
    const ended = await send.run(undefined);
    if (ended && 'value' in ended) onDecided(ended.value);
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide={takes(event, 'items') || takes(event, 'message')}
      title={`${copy.title} ${theCase.customer.displayName}`}
      footer={
        <>
          {moved ? (
            <UnavailableButton why="The case has changed since you opened this. Look again first.">
              {waits ? copy.propose : copy.verb}
            </UnavailableButton>
          ) : (
            <Button variant={copy.look} pending={send.pending} pendingLabel={copy.busy} onClick={() => void commit()}>
              {waits ? copy.propose : copy.verb}
            </Button>
          )}
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      {problems.length > 0 && <ErrorSummary key={tries} errors={problems} />}
      {waits && (
        <Notice kind="info" title="This waits for a second person">
          {offered.why} Until then nothing changes for the customer.
        </Notice>
      )}
      {moved && !send.failure && <Conflict theCase={theCase} basis={basis} onLookAgain={onLookAgain} />}
      {takes(event, 'items') && <ItemList draft={draft} onChange={change} errorOf={errorOf} theCase={theCase} />}
      <ReasonFields event={event} draft={draft} onChange={change} errorOf={errorOf} />
      {takes(event, 'message') && offered.leadsTo && (
        <Preview>
          <StatusPreview
            to={offered.leadsTo}
            reasonCode={draft.reasonCode}
            message={draft.message}
            temporary={draft.temporary}
          />
        </Preview>
      )}
      <NoteField event={event} draft={draft} onChange={change} errorOf={errorOf} />
      <EffectsList
        waits={waits}
        effects={effectsOf(event, effectFactsOf(theCase, { asked: draft.items.length, temporary: draft.temporary }))}
      />
      <DecisionError failure={send.failure} onLookAgain={onLookAgain} />
    </Dialog>
  );
}
