import { customerLifecycle } from '@gatehouse/domain';
import type { Case } from '@gatehouse/engine';
import { Card } from '#ui/card.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Timeline } from '#ui/timeline.tsx';

type Change = Case['history']['changes'][number];

/** Every change of status, newest first: who, why, and what the customer was told. */
export function History({ theCase, now }: { readonly theCase: Case; readonly now: string }) {
  const items = theCase.history.changes.toReversed().map((change) => ({
    id: change.id,
    title: <StatusBadge status={change.to} />,
    when: <RelativeTime value={change.at} now={now} />,
    detail: <Detail change={change} />,
  }));
  const first = {
    id: 'created',
    title: <StatusBadge status={customerLifecycle.initial} />,
    when: <RelativeTime value={theCase.customer.createdAt} now={now} />,
    detail: <p>Created</p>,
  };
  return (
    <Card title="History">
      <Timeline label="History" items={[...items, first]} />
    </Card>
  );
}

function Detail({ change }: { readonly change: Change }) {
  const trigger = customerLifecycle.row(change.from, change.event)?.trigger ?? change.event;
  return (
    <div className="flex flex-col gap-0.5">
      <p>
        {trigger}, by {change.actor.replace(/^The /, 'the ')}
      </p>
      {change.reason && (
        <p>
          Reason: {change.reason}
          {change.temporary !== null && (change.temporary ? ', temporary' : ', permanent')}
        </p>
      )}
      {change.note && <p className="whitespace-pre-wrap break-words">Note: {change.note}</p>}
      {change.message && <p className="whitespace-pre-wrap break-words">To the customer: {change.message}</p>}
    </div>
  );
}
