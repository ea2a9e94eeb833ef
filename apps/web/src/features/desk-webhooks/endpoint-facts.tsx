import { COUNTED, type EndpointHealth } from '@gatehouse/domain';
import { Card } from '#ui/card.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { Mono } from '#ui/mono.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { counted, healthOf } from './endpoint-health.ts';

const BREAKER = {
  CLOSED: 'Closed: deliveries flow',
  OPEN: 'Open: deliveries wait for the next probe',
  HALF_OPEN: 'Half open: the next delivery is a probe',
} as const satisfies Record<EndpointHealth['breaker'], string>;

/** The health of one endpoint. */
export function EndpointFacts({ endpoint, now }: { readonly endpoint: EndpointHealth; readonly now: string }) {
  const time = (value: string | null, none: string) => (value ? <RelativeTime value={value} now={now} /> : none);
  return (
    <Card title="Health">
      <p>{healthOf(endpoint).meaning}</p>
      <DescriptionList
        items={[
          { term: 'Id', value: <Mono>{endpoint.id}</Mono> },
          { term: 'Partner', value: endpoint.partnerName },
          { term: 'Address', value: <span className="break-all">{endpoint.url}</span> },
          { term: 'Breaker', value: BREAKER[endpoint.breaker] },
          { term: 'Failing since', value: time(endpoint.failingSince, 'Not failing') },
          { term: 'Last success', value: time(endpoint.lastSuccessAt, 'Never') },
          {
            term: 'Next try',
            value:
              endpoint.status === 'ENABLED' ? time(endpoint.nextTryAt, 'Nothing waits') : 'None while it is disabled',
          },
          { term: 'Waiting', value: counted(endpoint.pending) },
          { term: 'Failed for good', value: `${endpoint.failed} of the last ${COUNTED.toLocaleString('en')}` },
        ]}
      />
    </Card>
  );
}
