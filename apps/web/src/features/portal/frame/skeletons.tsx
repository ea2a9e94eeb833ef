import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Skeleton, SkeletonPage } from '#ui/skeleton.tsx';

const ROWS = ['name', 'birth', 'phone', 'address', 'nationality', 'money', 'document'];

/** The title and heading that every page has while it loads. */
function Waiting({ what, children }: { readonly what: 'status' | 'form' | 'answers'; readonly children: ReactNode }) {
  const t = useTranslations('portal.frame.loading');
  const label = t(what);
  return (
    <>
      <title>{label}</title>
      <h1 className="sr-only">{label}</h1>
      <SkeletonPage label={label}>{children}</SkeletonPage>
    </>
  );
}

/** The skeleton of a status page: the banner and a list. */
export function StatusSkeleton() {
  return (
    <Waiting what="status">
      <Skeleton shape="block" />
      <Skeleton width="30%" />
      {ROWS.map((row) => (
        <Skeleton key={row} shape="control" />
      ))}
    </Waiting>
  );
}

/** The skeleton of a page of questions: the link back, the heading, inputs and the button. */
export function FormSkeleton() {
  return (
    <Waiting what="form">
      <Skeleton width="25%" />
      <Skeleton shape="heading" width="60%" />
      <Skeleton width="80%" />
      <Skeleton width="30%" />
      <Skeleton shape="control" />
      <Skeleton width="30%" />
      <Skeleton shape="control" />
      <Skeleton shape="control" width="9rem" />
    </Waiting>
  );
}

/** The skeleton of a page of answers. */
export function AnswersSkeleton() {
  return (
    <Waiting what="answers">
      <Skeleton width="25%" />
      <Skeleton shape="heading" width="60%" />
      {ROWS.map((row) => (
        <div key={row} className="flex flex-col gap-tight">
          <Skeleton width="40%" />
          <Skeleton />
          <Skeleton />
        </div>
      ))}
    </Waiting>
  );
}
