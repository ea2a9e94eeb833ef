import { PageHeader } from '#ui/page-header.tsx';
import { Skeleton, SkeletonPage } from '#ui/skeleton.tsx';

/** The skeleton of endpoints or deliveries. */
export function WebhooksLoading() {
  return (
    <>
      <PageHeader title="Webhooks" />
      <SkeletonPage label="Loading webhooks">
        {Array.from({ length: 6 }, (_, line) => line).map((line) => (
          <Skeleton key={line} shape="control" />
        ))}
      </SkeletonPage>
    </>
  );
}
