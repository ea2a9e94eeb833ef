import type { AttemptedDelivery } from '@gatehouse/domain';
import { RelativeTime } from '#ui/relative-time.tsx';
import { Table, Td, Th } from '#ui/table.tsx';

const HEAD = ['Attempt', 'When', 'Answer', 'Took', 'What came back'];
/**
 * How many characters of an answer are shown. The start usually shows the problem; the API returns all that is stored.
 */
const SHOWN = 300;

type AttemptTableProps = Pick<AttemptedDelivery, 'attempts'> & { readonly deliveryId: string; readonly now: string };

export function AttemptTable({ deliveryId, attempts, now }: AttemptTableProps) {
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
