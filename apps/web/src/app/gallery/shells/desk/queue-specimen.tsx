import { CUSTOMER_TYPES, customerLifecycle } from '@gatehouse/domain';
import { Link } from '#ui/link.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Table, Td, Th } from '#ui/table.tsx';

const NAMES = ['Zoë María O’Connor', 'Bo Li', 'Ελένη Παπαδοπούλου', 'Łukasz Żółć', 'Nguyễn Văn An', 'Дарья Орлова'];
const HEAD = ['Customer', 'Type', 'Status', 'Age', 'Assignee', 'Round'];

/** A dozen rows in the density of the desk. */
export function QueueSpecimen({ now }: { readonly now: string }) {
  const rows = Array.from({ length: 12 }, (_, index) => index);
  return (
    <>
      <Table caption="Cases" head={HEAD.map((word) => <Th key={word}>{word}</Th>)}>
        {rows.map((row) => (
          <tr key={row}>
            <Td className="font-semibold">
              <Link href="#" quiet>
                {NAMES[row % NAMES.length]}
              </Link>
            </Td>
            <Td>{CUSTOMER_TYPES.INDIVIDUAL}</Td>
            <Td>
              <StatusBadge status={customerLifecycle.statuses[row % 6] ?? 'CREATED'} />
            </Td>
            <Td>
              <RelativeTime value={new Date(Date.parse(now) - 7 ** row * 1000).toISOString()} now={now} form="age" />
            </Td>
            <Td>{row % 3 ? 'Ana Ferreira' : <span className="text-muted">Nobody</span>}</Td>
            <Td className="w-full">{row % 4}</Td>
          </tr>
        ))}
      </Table>
      <Pagination label="Pages of cases" nextHref="?cursor=2">
        1 to 12 of 48
      </Pagination>
    </>
  );
}
