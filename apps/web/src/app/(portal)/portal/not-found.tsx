import { PORTAL } from '#features/portal/tasks/addresses.ts';
import { PageHeader } from '#ui/page-header.tsx';

/** A wrong address within the portal. Only who still fills in their profile gets here, so the way back is their tasks. */
export default function PortalNotFound() {
  return (
    <PageHeader title="We can’t find this page" back={{ href: PORTAL, label: 'Your tasks' }}>
      <p>Check the address, or go back to your tasks. Everything that you saved is still there.</p>
    </PageHeader>
  );
}
