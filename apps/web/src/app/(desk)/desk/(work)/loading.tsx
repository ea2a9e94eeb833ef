import { Skeleton, SkeletonPage } from '#ui/skeleton.tsx';

/** The queue before it has been read: a heading, the views, and lines where the cases will be. */
export default function QueueLoading() {
  return (
    <SkeletonPage label="Loading the queue">
      <Skeleton shape="heading" width="6rem" />
      <Skeleton shape="control" width="min(34rem, 100%)" />
      {Array.from({ length: 8 }, (_, line) => line).map((line) => (
        <Skeleton key={line} shape="control" />
      ))}
    </SkeletonPage>
  );
}
