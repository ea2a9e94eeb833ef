import type { AttemptedDelivery, DeliveryStatus, StatusIcon, Tone } from '@gatehouse/domain';
import type { ReactNode } from 'react';
import { Badge } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';
import { Mono } from '#ui/mono.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { AttemptTable } from './attempt-table.tsx';

const STATUS = {
  PENDING: { word: 'Waiting', tone: 'attention', icon: 'clock' },
  DELIVERED: { word: 'Delivered', tone: 'success', icon: 'check' },
  FAILED: { word: 'Failed', tone: 'refused', icon: 'octagon' },
} as const satisfies Record<DeliveryStatus, { word: string; tone: Tone; icon: StatusIcon }>;

type DeliveryCardProps = {
  readonly delivery: AttemptedDelivery;
  /** The button to send it again. */
  readonly action: ReactNode;
  readonly now: string;
};

/** One delivery: its status, its next attempt, and the results of its attempts. */
export function DeliveryCard({ delivery, action, now }: DeliveryCardProps) {
  const { id, eventType, status, createdAt, nextAttemptAt, attempts } = delivery;
  const { word, tone, icon } = STATUS[status];
  return (
    <Card
      level={3}
      title={
        <span className="flex flex-wrap items-center gap-2">
          {eventType}
          <Badge tone={tone} icon={icon}>
            {word}
          </Badge>
        </span>
      }
      aside={action}
    >
      <p className="text-muted text-small">
        <Mono>{id}</Mono> · <RelativeTime value={createdAt} now={now} />
        {nextAttemptAt && (
          <>
            {' · '}
            {Date.parse(nextAttemptAt) > Date.parse(now) ? (
              <>
                due <RelativeTime value={nextAttemptAt} now={now} />
              </>
            ) : (
              'due now, and waits its turn'
            )}
          </>
        )}
      </p>
      {attempts.length > 0 && <AttemptTable deliveryId={id} attempts={attempts} now={now} />}
    </Card>
  );
}
