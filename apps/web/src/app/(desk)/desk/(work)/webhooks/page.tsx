import { holds } from '@gatehouse/domain';
import { Webhook } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { RefreshButton } from '#features/desk-webhooks/endpoint-actions.tsx';
import { EndpointTable } from '#features/desk-webhooks/endpoint-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { asStaff } from '../as-staff.ts';
import { WebhooksLoading } from './webhooks-loading.tsx';

export const metadata: Metadata = { title: 'Webhooks' };

const HERE = '/desk/webhooks';

type Props = { readonly searchParams: Promise<{ readonly cursor?: string }> };

/**
 * The endpoints of all partners, for admins. For all others the page does not exist; the procedure refuses them as
 * well.
 */
export default async function WebhooksPage({ searchParams }: Props) {
  const { cursor } = await searchParams;
  const { role } = await asStaff(HERE, (call) => call.desk.staff.me());
  if (!holds(role, 'admin')) notFound();
  return (
    <Suspense key={cursor} fallback={<WebhooksLoading />}>
      <Endpoints after={typeof cursor === 'string' ? { cursor } : {}} />
    </Suspense>
  );
}

async function Endpoints({ after }: { readonly after: { readonly cursor?: string } }) {
  const { items, nextCursor } = await asStaff(HERE, (call) => call.desk.webhooks.list({ ...after, limit: 50 }));
  return (
    <>
      <PageHeader title="Webhooks" actions={<RefreshButton />}>
        Where partners receive events. An endpoint that does not answer delays no other one.
      </PageHeader>
      {items.length === 0 ? (
        <EmptyState icon={Webhook} title="No endpoints yet">
          They appear as soon as an app registers one.
        </EmptyState>
      ) : (
        <EndpointTable endpoints={items} now={new Date().toISOString()} />
      )}
      <Pagination
        label="Pages of endpoints"
        previousHref={after.cursor ? HERE : undefined}
        nextHref={nextCursor ? `${HERE}?cursor=${encodeURIComponent(nextCursor)}` : undefined}
      />
    </>
  );
}
