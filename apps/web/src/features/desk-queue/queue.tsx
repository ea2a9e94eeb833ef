'use client';

import type { QueueRow, QueueView } from '@gatehouse/domain';
import { RefreshCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { useKeys } from '#lib/use-keys.ts';
import { Button } from '#ui/button.tsx';
import { EmptyQueue } from './empty-queue.tsx';
import type { QueueAddress } from './queue-address.ts';
import { QueueTable } from './queue-table.tsx';
import type { Me } from './queue-table-row.tsx';
import { useUpdates } from './use-updates.ts';

type QueueProps = {
  readonly rows: readonly QueueRow[];
  readonly address: QueueAddress;
  readonly me: Me;
  /** Why this person may not take a case; empty when they may. */
  readonly whyNoClaim: string;
  /** The time when the server read the rows. */
  readonly now: string;
};

/** The list of cases. It changes only on request; updates are announced above it. */
export function Queue({ rows, address, me, whyNoClaim, now }: QueueProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const list = useRef<HTMLDivElement>(null);
  const [claimed, setClaimed] = useState<ReadonlySet<string>>(new Set());
  const updates = useUpdates(rows, address, claimed);
  useKeys({ j: () => step(list.current, 1), k: () => step(list.current, -1) });

  return (
    <div ref={list} className="flex flex-col gap-stack">
      {/* It floats in the gap above the list, so that no row moves when it appears. */}
      <div role="status" className="sticky top-15 z-10 -mb-3 h-0">
        {updates > 0 && (
          <div className="absolute end-0 -top-13">
            <Button pending={pending} pendingLabel="Refreshing" onClick={() => startTransition(() => router.refresh())}>
              <RefreshCw aria-hidden />
              {updates} {updates === 1 ? 'update' : 'updates'}, refresh
            </Button>
          </div>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyQueue view={address.view as QueueView} filtered={Boolean(address.status || address.mode)} />
      ) : (
        <QueueTable
          rows={rows}
          me={me}
          now={now}
          whyNoClaim={whyNoClaim}
          claimed={claimed}
          onClaimed={(id) => setClaimed(new Set([...claimed, id]))}
        />
      )}
    </div>
  );
}

/** Moves the focus to the next or previous case. The focus is the only selection. */
function step(list: HTMLElement | null, by: 1 | -1): void {
  const links = [...(list?.querySelectorAll<HTMLAnchorElement>('a[data-case]') ?? [])];
  const row = document.activeElement?.closest('tr');
  const at = links.findIndex((link) => link.closest('tr') === row);
  const next = links[at === -1 ? 0 : at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
