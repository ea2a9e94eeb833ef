import { PageHeader } from '#ui/page-header.tsx';

/** Answers for a case that does not exist, for a list that has no such page, and for a wrong address alike. */
export default function DeskNotFound() {
  return (
    <PageHeader title="We can’t find this page" back={{ href: '/desk', label: 'Queue' }}>
      <p>Check the address, go back to the queue, or find the customer by name at the top of the page.</p>
    </PageHeader>
  );
}
