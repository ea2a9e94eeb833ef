import { Badge } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { Link } from '#ui/link.tsx';
import { Mono } from '#ui/mono.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Table, Td, Th } from '#ui/table.tsx';
import { TaskList } from '#ui/task-list.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { Part, type Specimen } from './specimen.tsx';

export function Lists({ scope, now }: Specimen) {
  return (
    <Part title="Lists" scope={scope}>
      <TaskList
        label={`Tasks, ${scope}`}
        tasks={[
          { title: 'Your name', state: 'completed', href: '#' },
          { title: 'Date of birth and nationality', state: 'completed', href: '#' },
          { title: 'Where you live', state: 'inProgress', href: '#', hint: 'The street is missing' },
          { title: 'Identity document', state: 'notStarted', href: '#', hint: 'Passport, identity card or licence' },
          { title: 'Check your answers', state: 'cannotStartYet', hint: 'After the tasks above' },
        ]}
      />
      <DescriptionList
        items={[
          { term: 'Name', value: 'Zoë María O’Connor', changeHref: '#' },
          { term: 'Date of birth', value: '12 April 1990', changeHref: '#' },
          { term: 'Address', value: '10 Long Street, 1100-038 Lisboa, Portugal', changeHref: '#' },
          { term: 'Tax number', value: '', changeHref: '#' },
        ]}
      />
      <Card title="Attempt 2" aside={<Badge tone="attention">Flagged</Badge>}>
        <Timeline
          label={`Progress, ${scope}`}
          items={[
            { id: 'sent', title: 'Sent for verification', when: <RelativeTime value={earlier(now, 3)} now={now} /> },
            { id: 'checks', title: 'Document checked', detail: 'Passport, issued in Portugal', when: '10:41' },
            { id: 'person', title: 'A person is looking', state: 'current' },
            { id: 'answer', title: 'Answer', state: 'ahead', when: 'by 26 November' },
          ]}
        />
      </Card>
      <Table caption={`Customers, ${scope}`} head={HEAD.map((word) => <Th key={word}>{word}</Th>)}>
        {CUSTOMERS.map(([name, status, minutes, id]) => (
          <tr key={id}>
            <Td className="font-semibold">
              <Link href="#" quiet>
                {name}
              </Link>
            </Td>
            <Td>
              <StatusBadge status={status} />
            </Td>
            <Td>
              <RelativeTime value={earlier(now, minutes)} now={now} form="age" />
            </Td>
            <Td>
              <Mono>{id}</Mono>
            </Td>
          </tr>
        ))}
      </Table>
      <Pagination label={`Pages, ${scope}`} previousHref="#" nextHref="#">
        26 to 50 of 312
      </Pagination>
    </Part>
  );
}

const HEAD = ['Customer', 'Status', 'Age', 'Id'];

const CUSTOMERS = [
  ['Zoë María O’Connor', 'UNDER_REVIEW', 3, 'cus_01jd3wx9v5f8k2'],
  ['Bo Li', 'NEEDS_ADDITIONAL_INFORMATION', 60 * 26, 'cus_01jd3wx9v5f8k3'],
  ['Ελένη Παπαδοπούλου', 'ACTIVE', 60 * 24 * 40, 'cus_01jd3wx9v5f8k4'],
  ['Łukasz Żółć', 'DEACTIVATED', 60 * 24 * 400, 'cus_01jd3wx9v5f8k5'],
] as const;

const earlier = (now: string, minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString();
