import type { EndpointHealth } from '@gatehouse/domain';
import { Link } from '#ui/link.tsx';
import { RelativeTime, TenantClock } from '#ui/relative-time.tsx';
import { Table, Td, Th } from '#ui/table.tsx';
import { TestMark } from '#ui/test-mark.tsx';
import { EndpointBadge } from './endpoint-badge.tsx';
import { counted } from './endpoint-health.ts';

const HEAD = ['Endpoint', 'Health', 'Failing since', 'Next try', 'Waiting', 'Failed lately'];

type EndpointTableProps = { readonly endpoints: readonly EndpointHealth[]; readonly now: string };

/** The endpoints of all partners, failing ones first. */
export function EndpointTable({ endpoints, now }: EndpointTableProps) {
  return (
    <Table caption="Webhook endpoints" head={HEAD.map((word) => <Th key={word}>{word}</Th>)}>
      {endpoints.map((endpoint) => (
        <tr key={endpoint.id} className="focus-within:bg-primary-soft">
          <Td className="w-full min-w-44">
            <span className="flex flex-col">
              <span className="flex flex-wrap items-center gap-x-2 whitespace-normal font-semibold">
                <Link href={`/desk/webhooks/${endpoint.id}`} quiet prefetch={false}>
                  {endpoint.description || endpoint.url}
                </Link>
                {endpoint.mode === 'TEST' && <TestMark />}
              </span>
              <span className="whitespace-normal break-words text-muted text-small">
                {endpoint.partnerName}
                {endpoint.description && <span className="block break-all">{endpoint.url}</span>}
              </span>
            </span>
          </Td>
          <Td>
            <EndpointBadge endpoint={endpoint} />
          </Td>
          <Td>
            <Time value={endpoint.failingSince} now={now} offset={endpoint.clockOffset} />
          </Td>
          <Td>
            <Time
              value={endpoint.status === 'ENABLED' ? endpoint.nextTryAt : null}
              now={now}
              offset={endpoint.clockOffset}
            />
          </Td>
          <Td>{counted(endpoint.pending)}</Td>
          <Td>{endpoint.failed}</Td>
        </tr>
      ))}
    </Table>
  );
}

type TimeProps = { readonly value: string | null; readonly now: string; readonly offset: number };

const Time = ({ value, now, offset }: TimeProps) =>
  value ? (
    <TenantClock offset={offset}>
      <RelativeTime value={value} now={now} />
    </TenantClock>
  ) : (
    <span className="text-muted">–</span>
  );
