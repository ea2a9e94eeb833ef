import type { QueueRow } from '@gatehouse/domain';
import { Badge } from '#ui/badge.tsx';

/** The flags of a case: findings, and who waits for it. */
export function FlagsCell({ row }: { readonly row: QueueRow }) {
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
