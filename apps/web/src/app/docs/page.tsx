import type { Metadata } from 'next';
import { readGuides } from '#server/guides.ts';
import { Link } from '#ui/link.tsx';
import { PageHeader } from '#ui/page-header.tsx';

export const metadata: Metadata = { title: 'Docs' };

const REFERENCE = {
  name: 'reference',
  title: 'Reference',
  about: 'The lifecycles, what each status allows, events, refusals and the sandbox’s family names.',
};

/** The start page of the documentation. */
export default async function DocsPage() {
  return (
    <>
      <PageHeader title="Docs">
        <p>
          The guides tell how things go together. The reference is read from the declarations that this installation
          runs on.
        </p>
      </PageHeader>
      <ul className="max-w-3xl border-line border-t">
        {[...(await readGuides()), REFERENCE].map(({ name, title, about }) => (
          <li key={name} className="relative flex flex-col border-line border-b py-3 transition-colors hover:bg-hover">
            <Link href={`/docs/${name}`}>
              <span className="absolute inset-0" />
              <span className="font-semibold">{title}</span>
            </Link>
            <span className="text-muted">{about}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
