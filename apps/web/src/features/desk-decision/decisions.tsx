'use client';

import type { Case } from '@gatehouse/domain';
import { customerLifecycle, type DecisionEvent, isDecision, type OfferedAction } from '@gatehouse/domain';
import { Users } from 'lucide-react';
import { useKeys } from '#lib/use-keys.ts';
import { Button } from '#ui/button.tsx';
import { Kbd } from '#ui/kbd.tsx';
import { useToast } from '#ui/toast.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { UnavailableButton } from '#ui/unavailable-button.tsx';
import { DECISION_COPY } from './decision-copy.ts';
import { DecisionDialog } from './decision-dialog.tsx';
import { type Draft, newDraft } from './draft.ts';
import type { DecisionAnswer } from './send-decision.ts';
import { useFocusBack } from './use-focus-back.ts';

/** The open dialog, its version of the record, and the drafts by decision. */
export type Deciding = {
  readonly open: { readonly event: DecisionEvent; readonly basis: number } | null;
  readonly drafts: Partial<Record<DecisionEvent, Draft>>;
};
export const NOT_DECIDING: Deciding = { open: null, drafts: {} };

type DecisionsProps = {
  readonly theCase: Case;
  readonly deciding: Deciding;
  readonly onDeciding: (deciding: Deciding) => void;
  /** Reads the case again. */
  readonly onLook: () => void;
};

type Offer = OfferedAction & { readonly action: DecisionEvent };

/** All decisions. Unavailable ones show why, and those that need a second person say so. */
export function Decisions({ theCase, deciding, onDeciding, onLook }: DecisionsProps) {
  const show = useToast();
  const offers = theCase.actions.filter((each): each is Offer => isDecision(each.action));
  const { open, drafts } = deciding;
  const bar = useFocusBack(open?.event ?? null, (event) => event in drafts);

  const begin = (event: DecisionEvent): void =>
    onDeciding({
      open: { event, basis: theCase.customer.version },
      drafts: { ...drafts, [event]: drafts[event] ?? newDraft(event) },
    });
  const close = (): void => onDeciding({ ...deciding, open: null });
  const byKey = Object.fromEntries(
    offers.flatMap((offer) => {
      const { key } = DECISION_COPY[offer.action];
      const press = (): void => {
        if (offer.mode) begin(offer.action);
        else show({ kind: 'info', title: `${offer.label} is not possible now`, description: offer.why });
      };
      return key ? [[key.toLowerCase(), press]] : [];
    }),
  );
  useKeys(byKey);

  const decided = (event: DecisionEvent, { outcome, customerStatus }: DecisionAnswer): void => {
    const { [event]: _, ...others } = drafts;
    onDeciding({ open: null, drafts: others });
    onLook();
    const name = theCase.customer.displayName;
    if (outcome === 'proposed') show({ title: 'Proposed', description: `${name}: a second person confirms it.` });
    else show({ title: 'Done', description: `${name} is ${customerLifecycle.label(customerStatus)} now.` });
  };

  // Another person may have made this decision impossible meanwhile. The draft stays visible.
  const offer = open && offers.find(({ action }) => action === open.event);
  const draft = open && drafts[open.event];
  return (
    <section ref={bar} tabIndex={-1} aria-label="Decisions" className="flex flex-wrap gap-2">
      {offers.map((each) => (
        <DecisionButton
          key={each.action}
          offer={each}
          isFirst={each === offers[0]}
          onPress={() => begin(each.action)}
        />
      ))}
      {open && offer && draft && (
        <DecisionDialog
          key={open.event}
          event={open.event}
          action={offer}
          theCase={theCase}
          basis={open.basis}
          draft={draft}
          onDraft={(next) => onDeciding({ open, drafts: { ...drafts, [open.event]: next } })}
          onClose={close}
          onLookAgain={() => {
            onLook();
            close();
          }}
          onDecided={(answer) => decided(open.event, answer)}
        />
      )}
    </section>
  );
}

type DecisionButtonProps = { readonly offer: Offer; readonly isFirst: boolean; readonly onPress: () => void };

function DecisionButton({ offer, isFirst, onPress }: DecisionButtonProps) {
  if (!offer.mode) return <UnavailableButton why={offer.why}>{offer.label}</UnavailableButton>;
  const { key } = DECISION_COPY[offer.action];
  const button = (
    <Button
      id={`decide-${offer.action}`}
      variant={isFirst ? 'primary' : 'secondary'}
      aria-haspopup="dialog"
      aria-keyshortcuts={key ?? undefined}
      onClick={onPress}
    >
      {offer.mode === 'propose' && <Users aria-hidden />}
      {offer.label}
      {key && (
        <span aria-hidden className="hidden sm:inline">
          <Kbd>{key}</Kbd>
        </span>
      )}
    </Button>
  );
  return offer.mode === 'propose' ? <Tooltip trigger={button} text={offer.why} /> : button;
}
