'use client';

import type { QueueRow } from '@gatehouse/domain';
import { Badge } from '#ui/badge.tsx';
import { RelativeTime, TenantClock } from '#ui/relative-time.tsx';
import { ageing } from './ageing.ts';

/** How long a case has been in its status, and whether it is due soon or overdue. */
export function AgeCell({ row, now }: { readonly row: QueueRow; readonly now: string }) {
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
