'use client';

import type { QueueRow } from '@gatehouse/engine';
import { Table, Th } from '#ui/table.tsx';
import type { Me } from './me.ts';
import { QueueTableRow } from './queue-table-row.tsx';

const HEAD = ['Customer', 'Type', 'Status', 'Age in status', 'Assignee', 'Round', 'Flags'] as const;

type QueueTableProps = {
  readonly rows: readonly QueueRow[];
  readonly me: Me;
  readonly now: string;
  readonly whyNoClaim: string;
  readonly claimed: ReadonlySet<string>;
  readonly onClaimed: (id: string) => void;
};

export function QueueTable({ rows, claimed, ...row }: QueueTableProps) {
  return (
    <Table caption="Cases" head={HEAD.map((word) => <Th key={word}>{word}</Th>)}>
      {rows.map((each) => (
        <QueueTableRow key={each.id} row={each} isClaimed={claimed.has(each.id)} {...row} />
      ))}
    </Table>
  );
}
