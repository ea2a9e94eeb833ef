import type { QueueView } from '@gatehouse/domain';
import { CircleCheck, Inbox, type LucideIcon, SearchX, Users } from 'lucide-react';
import { EmptyState } from '#ui/empty-state.tsx';

/** The text of each empty view: what it means, and what would appear here. */
const EMPTY = {
  mine: {
    icon: Inbox,
    title: 'Nothing waits for you',
    description: 'Claim a case under Unassigned, and it comes here.',
  },
  unassigned: {
    icon: CircleCheck,
    title: 'Every case has somebody',
    description: 'A case comes here when a check wants a person to look. This page says so when it does.',
  },
  waiting: {
    icon: CircleCheck,
    title: 'Nobody has been asked for anything',
    description: 'Customers who still have to answer a request are listed here.',
  },
  second: {
    icon: Users,
    title: 'No decision waits for a second person',
    description: 'Proposals that somebody else has to confirm are listed here.',
  },
  all: { icon: Inbox, title: 'No customers yet', description: 'They appear as soon as an app creates one.' },
} as const satisfies Record<QueueView, { icon: LucideIcon; title: string; description: string }>;

export function EmptyQueue({ view, filtered }: { readonly view: QueueView; readonly filtered: boolean }) {
  if (filtered)
    return (
      <EmptyState icon={SearchX} title="No case matches">
        Clear the filters, or look under All. Names are found by any part of them, emails and your own ids only as a
        whole.
      </EmptyState>
    );
  const { icon, title, description } = EMPTY[view];
  return (
    <EmptyState icon={icon} title={title}>
      {description}
    </EmptyState>
  );
}
