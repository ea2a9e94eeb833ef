import { Skeleton, SkeletonPage } from '#ui/skeleton.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';

/** A case before it has been read: its head, the documents at the left, the data at the right. */
export function CaseLoading() {
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
