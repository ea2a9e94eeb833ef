'use client';

import type { QueueRow } from '@gatehouse/domain';
import { CUSTOMER_TYPES } from '@gatehouse/domain';
import { Link } from '#ui/link.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Td } from '#ui/table.tsx';
import { TestMark } from '#ui/test-mark.tsx';
import { AgeCell } from './age-cell.tsx';
import { AssigneeCell } from './assignee-cell.tsx';
import { FlagsCell } from './flags-cell.tsx';
import type { Me } from './me.ts';

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
