import { FormSkeleton } from '#features/portal/frame/skeletons.tsx';

export default function Loading() {
  return <FormSkeleton />;
}
