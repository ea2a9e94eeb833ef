import { StatusSkeleton } from '#features/portal/frame/skeletons.tsx';

export default function Loading() {
  return <StatusSkeleton />;
}
