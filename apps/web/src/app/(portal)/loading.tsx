import { StatusSkeleton } from '#features/portal/frame/skeletons.tsx';
import { PortalShell } from '#ui/portal-shell.tsx';

/** The frame without a name, shown until the session is read. */
export default function Loading() {
  return (
    <PortalShell partner={{ name: '' }}>
      <StatusSkeleton />
    </PortalShell>
  );
}
