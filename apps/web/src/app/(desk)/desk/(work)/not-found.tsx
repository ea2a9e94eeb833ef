import { PageHeader } from '#ui/page-header.tsx';

/** Answers for a case that does not exist and for a wrong address alike. */
export default function CaseNotFound() {
  return (
    <PageHeader title="We can’t find this case" back={{ href: '/desk', label: 'Queue' }}>
      <p>Check the address, or find the customer by name at the top of the page.</p>
    </PageHeader>
  );
}
