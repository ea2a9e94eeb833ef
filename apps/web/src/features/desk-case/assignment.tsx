'use client';

import type { Case } from '@gatehouse/domain';
import { nextActor, proposalLifecycle, type StaffRole } from '@gatehouse/domain';
import { ChevronDown, UserRound } from 'lucide-react';
import { useState } from 'react';
import { api } from '#lib/api.ts';
import { type Ended, failureMessage, useCall } from '#lib/use-call.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Menu, MenuItem, MenuNote, MenuSeparator } from '#ui/menu.tsx';
import { useToast } from '#ui/toast.tsx';
import { UnavailableButton } from '#ui/unavailable-button.tsx';

export type Colleague = { readonly id: string; readonly name: string; readonly role: StaffRole };

type AssignmentProps = {
  readonly theCase: Case;
  readonly me: Colleague;
  /** Everyone to whom the case can be assigned. */
  readonly colleagues: readonly Colleague[];
  /** Why this person may not assign it; empty when they may. */
  readonly whyNot: string;
  readonly onChanged: () => void;
};

/** Why the case cannot be assigned; empty while a person has to act. */
const whyIdle = ({ customer, proposals }: Case): string =>
  nextActor(customer.customerStatus) === 'nobody' && !proposals.some(isWaiting)
    ? 'Nobody has to act on this case.'
    : '';
/** Why it cannot be expedited; empty while it waits for us. */
const whyNotExpedite = ({ customer, proposals }: Case): string =>
  nextActor(customer.customerStatus) === 'us' || proposals.some(isWaiting) || customer.expedited
    ? ''
    : 'Nothing here waits for us.';
const isWaiting = ({ status }: Case['proposals'][number]): boolean =>
  proposalLifecycle.allows(status, 'confirm').allowed;

/** Shows and changes the case's assignee. */
export function Assignment({ theCase, me, colleagues, whyNot, onChanged }: AssignmentProps) {
  const show = useToast();
  const [taking, setTaking] = useState(false);
  const { assignee, customer } = theCase;
  const isMine = assignee?.id === me.id;
  const assign = useCall((staffId: string | null) =>
    api.desk.queue.assign.mutate({ customerId: customer.id, staffId, takeOver: true }),
  );
  const expedite = useCall((expedited: boolean) =>
    api.desk.queue.expedite.mutate({ customerId: customer.id, expedited }),
  );

  const tell = (ended: Ended<unknown>): void => {
    if (!ended) return;
    if ('failure' in ended) {
      const { what, next } = failureMessage(ended.failure);
      show({ kind: 'danger', title: what, description: next });
    } else onChanged();
  };
  const give = async (staffId: string | null): Promise<void> => {
    setTaking(false);
    tell(await assign.run(staffId));
  };

  const idle = whyIdle(theCase);
  const notExpedited = whyNotExpedite(theCase);
  const holder = isMine ? 'you' : (assignee?.name ?? 'nobody');
  if (whyNot || idle)
    return (
      <>
        <span className="flex items-center text-muted">Held by {holder}</span>
        <UnavailableButton why={whyNot || idle}>Claim</UnavailableButton>
        <UnavailableButton why={whyNot || idle}>Expedite</UnavailableButton>
      </>
    );
  return (
    <>
      {!assignee && (
        <Button variant="secondary" pending={assign.pending} pendingLabel="Claiming" onClick={() => void give(me.id)}>
          Claim
        </Button>
      )}
      <Menu
        align="end"
        trigger={
          <Button variant="secondary">
            <UserRound aria-hidden />
            Held by {holder}
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        {!isMine && (
          <MenuItem onSelect={() => (assignee ? setTaking(true) : void give(me.id))}>
            {assignee ? 'Take over' : 'Claim'}
          </MenuItem>
        )}
        {isMine && <MenuItem onSelect={() => void give(null)}>Let go</MenuItem>}
        <MenuSeparator />
        <MenuNote>Hand over to</MenuNote>
        {colleagues
          .filter(({ id }) => id !== me.id && id !== assignee?.id)
          .map(({ id, name }) => (
            <MenuItem key={id} onSelect={() => void give(id)}>
              {name}
            </MenuItem>
          ))}
      </Menu>
      {notExpedited ? (
        <UnavailableButton why={notExpedited}>Expedite</UnavailableButton>
      ) : (
        <Button
          variant="secondary"
          pending={expedite.pending}
          pendingLabel="Moving"
          onClick={async () => tell(await expedite.run(!customer.expedited))}
        >
          {customer.expedited ? 'Put back in line' : 'Expedite'}
        </Button>
      )}
      <Dialog
        open={taking}
        onOpenChange={setTaking}
        title={`Take over from ${assignee?.name ?? ''}`}
        description="They hold this case now. Take it over if you have agreed on it."
        footer={
          <>
            <Button onClick={() => void give(me.id)}>Take over</Button>
            <Button variant="secondary" onClick={() => setTaking(false)}>
              Cancel
            </Button>
          </>
        }
      />
    </>
  );
}
