import { PageHeader } from '#ui/page-header.tsx';

/** The page for a case that does not exist, a page that the list does not have, and a wrong URL. */
export default function DeskNotFound() {
  return (
    <PageHeader title="We can’t find this page" back={{ href: '/desk', label: 'Queue' }}>
      <p>Check the address, go back to the queue, or find the customer by name at the top of the page.</p>
    </PageHeader>
  );
}
