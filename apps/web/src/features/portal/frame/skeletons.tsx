import { Skeleton, SkeletonPage } from '#ui/skeleton.tsx';

const ROWS = ['name', 'birth', 'phone', 'address', 'nationality', 'money', 'document'];

/** The shape of a status page: the banner, and a list under it. */
export function StatusSkeleton() {
  return (
    <SkeletonPage label="Loading your verification">
      <Skeleton shape="block" />
      <Skeleton width="30%" />
      {ROWS.map((row) => (
        <Skeleton key={row} shape="control" />
      ))}
    </SkeletonPage>
  );
}

/** The shape of a page of questions: the way back, the heading, boxes and the button. */
export function FormSkeleton() {
  return (
    <SkeletonPage label="Loading this page">
      <Skeleton width="25%" />
      <Skeleton shape="heading" width="60%" />
      <Skeleton width="80%" />
      <Skeleton width="30%" />
      <Skeleton shape="control" />
      <Skeleton width="30%" />
      <Skeleton shape="control" />
      <Skeleton shape="control" width="9rem" />
    </SkeletonPage>
  );
}

/** The shape of a page of answers to read. */
export function AnswersSkeleton() {
  return (
    <SkeletonPage label="Loading your answers">
      <Skeleton width="25%" />
      <Skeleton shape="heading" width="60%" />
      {ROWS.map((row) => (
        <div key={row} className="flex flex-col gap-tight">
          <Skeleton width="40%" />
          <Skeleton />
          <Skeleton />
        </div>
      ))}
    </SkeletonPage>
  );
}
