'use client';

import type { QueueRow } from '@gatehouse/domain';
import { Table, Th } from '#ui/table.tsx';
import { type Me, QueueTableRow, TYPE_CELL } from './queue-table-row.tsx';

const HEAD = [
  { word: 'Customer' },
  { word: 'Type', className: TYPE_CELL },
  { word: 'Status' },
  { word: 'Age in status' },
  { word: 'Assignee' },
  { word: 'Round' },
  { word: 'Flags' },
] as const satisfies readonly { word: string; className?: string }[];

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
    <Table
      caption="Cases"
      head={HEAD.map(({ word, ...cell }) => (
        <Th key={word} {...cell}>
          {word}
        </Th>
      ))}
    >
      {rows.map((each) => (
        <QueueTableRow key={each.id} row={each} isClaimed={claimed.has(each.id)} {...row} />
      ))}
    </Table>
  );
}
