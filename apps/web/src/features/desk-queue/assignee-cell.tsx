'use client';

import type { QueueRow } from '@gatehouse/domain';
import { api } from '#lib/api.ts';
import { failureMessage, useCall } from '#lib/use-call.ts';
import { Button } from '#ui/button.tsx';
import { useToast } from '#ui/toast.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { Me } from './me.ts';

type AssigneeCellProps = {
  readonly row: QueueRow;
  readonly me: Me;
  readonly isClaimed: boolean;
  readonly whyNoClaim: string;
  readonly onClaimed: (id: string) => void;
};

/** The case's assignee. An unassigned case that waits for a person can be taken here. */
export function AssigneeCell({ row, me, isClaimed, whyNoClaim, onClaimed }: AssigneeCellProps) {
  const show = useToast();
  const claim = useCall(() => api.desk.queue.claim.mutate({ customerId: row.id }));
  if (isClaimed || row.assignee?.id === me.id) return <span className="font-semibold">You</span>;
  if (row.assignee) return row.assignee.name;
  if (!row.needsPerson || whyNoClaim) return <span className="text-muted">Nobody</span>;
  const take = async (): Promise<void> => {
    const ended = await claim.run(undefined);
    if (ended && 'value' in ended) onClaimed(row.id);
    if (!ended || !('failure' in ended)) return;
    const { what, next } = failureMessage(ended.failure);
    show({ kind: 'danger', title: what, description: next });
  };
  return (
    <Button variant="secondary" pending={claim.pending} pendingLabel="Claiming" onClick={() => void take()}>
      Claim<VisuallyHidden> {row.displayName}</VisuallyHidden>
    </Button>
  );
}
