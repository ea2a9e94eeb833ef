import { PageHeader } from '#ui/page-header.tsx';
import { PortalShell } from '#ui/portal-shell.tsx';

/** Answers for what does not exist and for what may not be seen alike, so it says nothing about either. */
export default function NotFound() {
  return (
    <PortalShell partner={{ name: 'Gatehouse' }}>
      <PageHeader title="We can’t find this page">
        <p>Check the address, or go back to where you came from and follow the link again.</p>
      </PageHeader>
    </PortalShell>
  );
}
