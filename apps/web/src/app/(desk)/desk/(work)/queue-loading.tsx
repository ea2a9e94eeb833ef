import { PageHeader } from '#ui/page-header.tsx';
import { Skeleton, SkeletonPage } from '#ui/skeleton.tsx';

/** The queue before it has been read: its heading, and shapes where the views and where the cases will be. */
export function QueueLoading() {
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
