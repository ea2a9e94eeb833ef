import { mayPropose } from '@gatehouse/domain';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Skeleton, SkeletonPage } from '#ui/skeleton.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { asStaff } from '../../as-staff.ts';
import { CaseDesk } from './case-desk.tsx';

type Props = { readonly params: Promise<{ readonly id: string }> };

/** The title holds no name, because titles end up in histories and on shared screens. */
export const metadata: Metadata = { title: 'Case' };

/** One case. It is read here once, and then kept up to date in the browser. */
export default async function CasePage({ params }: Props) {
  const { id } = await params;
  // This runs before anything is sent, because only then a visitor can be redirected.
  await asStaff(`/desk/cases/${id}`, (call) => call.desk.staff.me());
  return (
    <Suspense key={id} fallback={<CaseLoading />}>
      <WholeCase id={id} />
    </Suspense>
  );
}

async function WholeCase({ id }: { readonly id: string }) {
  const found = await asStaff(`/desk/cases/${id}`, async (call) => {
    const [theCase, me, colleagues] = await Promise.all([
      call.desk.cases.get({ customerId: id }),
      call.desk.staff.me(),
      call.desk.staff.colleagues(),
    ]);
    return { theCase, me, colleagues };
  });
  return (
    <CaseDesk
      initial={found.theCase}
      me={{ id: found.me.id, name: found.me.name, role: found.me.role }}
      colleagues={found.colleagues.filter(({ role }) => mayPropose(role))}
      now={new Date().toISOString()}
    />
  );
}

/** The skeleton of a case: its header, its documents, and its data. */
function CaseLoading() {
  return (
    <SkeletonPage label="Loading the case">
      <h1>
        <VisuallyHidden>Case</VisuallyHidden>
        <Skeleton shape="heading" width="18rem" />
      </h1>
      <Skeleton width="min(36rem, 100%)" />
      <Skeleton shape="control" width="min(40rem, 100%)" />
      <div className="grid gap-section xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <div className="flex flex-col gap-stack">
          <Skeleton shape="block" />
          <Skeleton shape="block" />
        </div>
        <div className="flex flex-col gap-stack">
          {Array.from({ length: 10 }, (_, line) => line).map((line) => (
            <Skeleton key={line} shape="control" />
          ))}
        </div>
      </div>
    </SkeletonPage>
  );
}
