'use client';

import type { QueueRow } from '@gatehouse/engine';
import { Badge } from '#ui/badge.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { ageing } from './ageing.ts';

/** How long a case has been in its status, and whether that is becoming too long. */
export function AgeCell({ row, now }: { readonly row: QueueRow; readonly now: string }) {
  const age = <RelativeTime value={row.statusChangedAt} now={now} form="age" />;
  const aged = ageing(row, Date.parse(now));
  if (!aged) return age;
  return (
    <span className="flex items-center gap-2">
      {age}
      <Badge tone={aged.tone}>{aged.word}</Badge>
    </span>
  );
}
