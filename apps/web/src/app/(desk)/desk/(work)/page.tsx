import { mayPropose, QUEUE_VIEWS, type QueueView } from '@gatehouse/domain';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Suspense } from 'react';
import { Queue } from '#features/desk-queue/queue.tsx';
import { addressOf, fromStart, type QueueAddress, readAddress } from '#features/desk-queue/queue-address.ts';
import { QueueFilters } from '#features/desk-queue/queue-filters.tsx';
import { Link } from '#ui/link.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Skeleton, SkeletonPage } from '#ui/skeleton.tsx';
import { TabLinks } from '#ui/tab-links.tsx';
import { asStaff, codeOf } from './as-staff.ts';

export const metadata: Metadata = { title: 'Queue' };

const VIEWS = Object.keys(QUEUE_VIEWS) as QueueView[];

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

/**
 * The queue. Every view and filter is a URL. The session is checked before anything is sent, because only then a
 * visitor can be redirected; the list follows, with a skeleton if it takes longer.
 */
export default async function QueuePage({ searchParams }: Props) {
  const address = readAddress(await searchParams, VIEWS, 'unassigned');
  const here = addressOf(address);
  await asStaff(here, (call) => call.desk.staff.me());
  return (
    <Suspense key={here} fallback={<QueueLoading />}>
      <QueueList address={address} />
    </Suspense>
  );
}

async function QueueList({ address }: { readonly address: QueueAddress }) {
  const { page, counts, me } = await asStaff(addressOf(address), async (call) => {
    const [page, counts, me] = await Promise.all([
      call.desk.queue.list(address).catch((error: unknown) => {
        // A URL with an invalid cursor leads to the first page.
        if (address.cursor && codeOf(error) === 'INVALID_INPUT') redirect(addressOf(fromStart(address)));
        throw error;
      }),
      call.desk.queue.counts(),
      call.desk.staff.me(),
    ]);
    return { page, counts, me };
  });
  const { view: _, ...filters } = fromStart(address);
  return (
    <>
      <PageHeader title="Queue" />
      <TabLinks
        label="Views of the queue"
        links={VIEWS.map((view) => ({
          href: addressOf({ view, ...filters }),
          label: QUEUE_VIEWS[view],
          count: counts[view],
          current: view === address.view,
        }))}
      />
      <QueueFilters address={address} />
      <Queue
        rows={page.items}
        address={address}
        me={{ id: me.id, name: me.name, role: me.role }}
        whyNoClaim={mayPropose(me.role) ? '' : 'Your role reads and decides nothing.'}
        now={new Date().toISOString()}
      />
      <Pagination
        label="Pages of cases"
        nextHref={page.nextCursor ? addressOf({ ...address, cursor: page.nextCursor }) : undefined}
      >
        {page.items.length > 0 && inSight(page.items.length, address.cursor !== undefined, page.nextCursor !== null)}
        {address.cursor && (
          <>
            {'. '}
            <Link href={addressOf(fromStart(address))}>Back to the first page</Link>
          </>
        )}
      </Pagination>
    </>
  );
}

/** Describes the shown rows. The list is read by cursor, so there are no page numbers. */
function inSight(count: number, isLater: boolean, isMore: boolean): string {
  const cases = `${count} ${count === 1 ? 'case' : 'cases'}`;
  if (isLater) return isMore ? `The next ${cases}` : `The last ${cases}`;
  return isMore ? `The first ${cases}` : cases;
}

/** The skeleton of the queue: its heading, its views, and its cases. */
function QueueLoading() {
  return (
    <>
      <PageHeader title="Queue" />
      <SkeletonPage label="Loading the queue">
        <Skeleton shape="control" width="min(34rem, 100%)" />
        {Array.from({ length: 8 }, (_, line) => line).map((line) => (
          <Skeleton key={line} shape="control" />
        ))}
      </SkeletonPage>
    </>
  );
}
