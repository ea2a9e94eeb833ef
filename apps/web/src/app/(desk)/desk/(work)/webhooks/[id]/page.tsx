import { holds } from '@gatehouse/domain';
import { Inbox } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { DeliveryCard } from '#features/desk-webhooks/delivery-card.tsx';
import { EnableEndpoint, RefreshButton, SendAgain } from '#features/desk-webhooks/endpoint-actions.tsx';
import { EndpointBadge } from '#features/desk-webhooks/endpoint-badge.tsx';
import { EndpointFacts } from '#features/desk-webhooks/endpoint-facts.tsx';
import { hostOf } from '#features/desk-webhooks/endpoint-health.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { TenantClock } from '#ui/relative-time.tsx';
import { TestMark } from '#ui/test-mark.tsx';
import { asStaff } from '../../as-staff.ts';
import { WebhooksLoading } from '../webhooks-loading.tsx';

export const metadata: Metadata = { title: 'Webhook endpoint' };

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<{ readonly cursor?: string }>;
};

/** One endpoint: its health, and its latest deliveries. */
export default async function EndpointPage({ params, searchParams }: Props) {
  const [{ id }, { cursor }] = await Promise.all([params, searchParams]);
  const { role } = await asStaff(`/desk/webhooks/${id}`, (call) => call.desk.staff.me());
  if (!holds(role, 'admin')) notFound();
  return (
    <Suspense key={cursor} fallback={<WebhooksLoading />}>
      <Endpoint id={id} after={typeof cursor === 'string' ? { cursor } : {}} />
    </Suspense>
  );
}

async function Endpoint({ id, after }: { readonly id: string; readonly after: { readonly cursor?: string } }) {
  const here = `/desk/webhooks/${id}`;
  const { endpoint, deliveries } = await asStaff(here, (call) =>
    call.desk.webhooks.get({ endpointId: id, ...after, limit: 25 }),
  );
  const enabled = endpoint.status === 'ENABLED';
  const now = new Date().toISOString();
  return (
    <TenantClock offset={endpoint.clockOffset}>
      <PageHeader
        back={{ href: '/desk/webhooks', label: 'Webhooks' }}
        title={endpoint.description || hostOf(endpoint)}
        meta={
          <>
            <EndpointBadge endpoint={endpoint} />
            {endpoint.mode === 'TEST' && <TestMark />}
          </>
        }
        actions={
          <>
            <RefreshButton />
            {!enabled && <EnableEndpoint endpointId={id} />}
          </>
        }
      />
      <EndpointFacts endpoint={endpoint} now={now} />
      <h2 className="font-semibold text-h2">Deliveries, newest first</h2>
      {deliveries.items.length === 0 && (
        <EmptyState icon={Inbox} title="Nothing was sent yet">
          Deliveries appear with the first event.
        </EmptyState>
      )}
      {deliveries.items.map((delivery) => (
        <DeliveryCard
          key={delivery.id}
          delivery={delivery}
          now={now}
          action={<SendAgain endpointId={id} deliveryId={delivery.id} enabled={enabled} />}
        />
      ))}
      <Pagination
        label="Pages of deliveries"
        previousHref={after.cursor ? here : undefined}
        nextHref={deliveries.nextCursor ? `${here}?cursor=${encodeURIComponent(deliveries.nextCursor)}` : undefined}
      />
    </TenantClock>
  );
}
