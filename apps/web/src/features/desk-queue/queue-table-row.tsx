'use client';

import type { QueueRow } from '@gatehouse/domain';
import { CUSTOMER_TYPES } from '@gatehouse/domain';
import { api } from '#lib/api.ts';
import { failureMessage, useCall } from '#lib/use-call.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Link } from '#ui/link.tsx';
import { RelativeTime, TenantClock } from '#ui/relative-time.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Td } from '#ui/table.tsx';
import { TestMark } from '#ui/test-mark.tsx';
import { useToast } from '#ui/toast.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { ageing } from './ageing.ts';

export type Me = { readonly id: string; readonly name: string; readonly role: string };

type QueueTableRowProps = {
  readonly row: QueueRow;
  readonly me: Me;
  readonly now: string;
  readonly whyNoClaim: string;
  readonly isClaimed: boolean;
  readonly onClaimed: (id: string) => void;
};

/** On a phone the status is beside the name, and the type, which is mostly the same, is hidden. */
export const TYPE_CELL = 'hidden sm:table-cell';

export function QueueTableRow({ row, me, now, whyNoClaim, isClaimed, onClaimed }: QueueTableRowProps) {
  return (
    <tr className="focus-within:bg-primary-soft">
      <Td className="w-full min-w-44">
        <span className="flex flex-col">
          <span className="flex items-center gap-2 font-semibold">
            <Link href={`/desk/cases/${row.id}`} quiet prefetch={false} data-case="">
              {row.displayName || 'No name yet'}
            </Link>
            {row.mode === 'TEST' && <TestMark />}
          </span>
          <span className="text-muted text-small">{row.partnerName}</span>
        </span>
      </Td>
      <Td className={TYPE_CELL}>{CUSTOMER_TYPES[row.type]}</Td>
      <Td>
        <StatusBadge status={row.customerStatus} />
      </Td>
      <Td>
        <AgeCell row={row} now={now} />
      </Td>
      <Td>
        <AssigneeCell row={row} me={me} isClaimed={isClaimed} whyNoClaim={whyNoClaim} onClaimed={onClaimed} />
      </Td>
      <Td>{row.round > 0 ? row.round : <span className="text-muted">–</span>}</Td>
      <Td>
        <FlagsCell row={row} />
      </Td>
    </tr>
  );
}

/** How long a case has been in its status, and whether it is due soon or overdue. */
function AgeCell({ row, now }: { readonly row: QueueRow; readonly now: string }) {
  const age = (
    <TenantClock offset={row.clockOffset}>
      <RelativeTime value={row.statusChangedAt} now={now} form="age" />
    </TenantClock>
  );
  const aged = ageing(row, Date.parse(now) + row.clockOffset);
  if (!aged) return age;
  return (
    <span className="flex items-center gap-2">
      {age}
      <Badge tone={aged.tone}>{aged.word}</Badge>
    </span>
  );
}

type AssigneeCellProps = {
  readonly row: QueueRow;
  readonly me: Me;
  readonly isClaimed: boolean;
  readonly whyNoClaim: string;
  readonly onClaimed: (id: string) => void;
};

/** The case's assignee. An unassigned case that waits for a person can be taken here. */
function AssigneeCell({ row, me, isClaimed, whyNoClaim, onClaimed }: AssigneeCellProps) {
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

/** The flags of a case: findings, and who waits for it. */
function FlagsCell({ row }: { readonly row: QueueRow }) {
  const { flags } = row;
  if (!row.expedited && !row.secondPerson && flags.length === 0) return <span className="text-muted">–</span>;
  return (
    <span className="flex flex-wrap gap-1">
      {row.expedited && <Badge tone="progress">Expedited</Badge>}
      {row.secondPerson && <Badge tone="ready">Second review</Badge>}
      {flags.map((label) => (
        <Badge key={label} tone="attention">
          {label}
        </Badge>
      ))}
    </span>
  );
}
