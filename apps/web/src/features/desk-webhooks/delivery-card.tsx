import type { AttemptedDelivery, DeliveryStatus, StatusIcon, Tone } from '@gatehouse/domain';
import type { ReactNode } from 'react';
import { Badge } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';
import { Mono } from '#ui/mono.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { Table, Td, Th } from '#ui/table.tsx';

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

const HEAD = ['Attempt', 'When', 'Answer', 'Took', 'What came back'];
/**
 * How many characters of an answer are shown. The start usually shows the problem; the API returns all that is stored.
 */
const SHOWN = 300;

type AttemptTableProps = Pick<AttemptedDelivery, 'attempts'> & { readonly deliveryId: string; readonly now: string };

function AttemptTable({ deliveryId, attempts, now }: AttemptTableProps) {
  return (
    <Table caption={`Attempts of ${deliveryId}`} head={HEAD.map((word) => <Th key={word}>{word}</Th>)}>
      {attempts.map(({ number, at, statusCode, durationMs, error, answer }) => (
        <tr key={number}>
          <Td>{number}</Td>
          <Td>
            <RelativeTime value={at} now={now} />
          </Td>
          <Td>{statusCode ?? 'None'}</Td>
          <Td>{durationMs < 1000 ? `${durationMs} ms` : `${(durationMs / 1000).toFixed(1)} s`}</Td>
          <Td className="w-full">
            <span className="block min-w-56 whitespace-normal break-words">
              {[error, answer.slice(0, SHOWN)].filter(Boolean).join(' ') || <span className="text-muted">Nothing</span>}
            </span>
          </Td>
        </tr>
      ))}
    </Table>
  );
}
