import type { Case } from '@gatehouse/domain';
import { type CustomerEvent, customerLifecycle } from '@gatehouse/domain';
import { Card } from '#ui/card.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Timeline } from '#ui/timeline.tsx';

type Change = Case['history']['changes'][number];

/** The label of each event in the past tense. */
const DONE = {
  submit: 'Sent for verification',
  approve: 'Approved',
  requestInformation: 'Information requested',
  resubmit: 'Answered and sent again',
  reject: 'Rejected',
  deactivate: 'Deactivated',
  reopen: 'Reopened',
  reactivate: 'Reactivated',
} as const satisfies Record<CustomerEvent, string>;

/** All status changes, newest first: who, why, and the message to the customer. */
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
    detail: <p>Customer created</p>,
  };
  return (
    <Card title="History">
      <Timeline label="History" items={[...items, first]} />
    </Card>
  );
}

function Detail({ change }: { readonly change: Change }) {
  return (
    <div className="flex flex-col gap-0.5">
      <p>
        {DONE[change.event]} by {change.actor.replace(/^The /, 'the ')}
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
