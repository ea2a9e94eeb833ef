import { isEvaluation } from '#server/env.ts';
import { runtime } from '#server/runtime.ts';
import { Link } from '#ui/link.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PortalShell } from '#ui/portal-shell.tsx';

const PLACES = [
  {
    href: '/desk',
    title: 'The desk',
    text: 'Where your team looks at cases and decides. The demo accounts stand on its sign-in page.',
  },
  {
    href: '/mailbox',
    title: 'The mailbox',
    text: 'The emails that would have been sent. Open a link in one to become that customer.',
  },
  {
    href: '/docs',
    title: 'The reference',
    text: 'The lifecycles, what each status allows, events, refusals and the sandbox’s family names.',
  },
  { href: '/gallery', title: 'The gallery', text: 'Every part that the pages are made of, in light and dark.' },
] as const;

/** The start page. It says little, because customers arrive by a link and staff by the URL of the desk. */
export default async function FrontPage() {
  const { env } = await runtime();
  if (!isEvaluation(env)) return <ProductionFront />;
  return (
    <PortalShell partner={{ name: 'Gatehouse' }} foot={<p className="text-muted">An evaluation of Gatehouse</p>}>
      <PageHeader title="Know your customers">
        <p>
          Gatehouse holds the verification status of each customer, collects what is missing, has it checked, lets
          people decide what machines cannot, and tells your other software at every step. This is an evaluation: the
          data is invented, and no mail leaves the machine.
        </p>
      </PageHeader>
      <ul className="border-line border-t">
        {PLACES.map((place) => (
          <li
            key={place.href}
            className="relative flex flex-col border-line border-b py-4 transition-colors hover:bg-hover"
          >
            <Link href={place.href} prefetch={false}>
              <span className="absolute inset-0" />
              <span className="font-semibold">{place.title}</span>
            </Link>
            <span className="text-muted">{place.text}</span>
          </li>
        ))}
      </ul>
    </PortalShell>
  );
}

function ProductionFront() {
  return (
    <PortalShell partner={{ name: 'Customer verification' }}>
      <PageHeader title="Open your link to continue">
        <p>
          To verify who you are, open the link that the company you are a customer of has sent you. It can send you a
          new one at any time.
        </p>
      </PageHeader>
    </PortalShell>
  );
}
