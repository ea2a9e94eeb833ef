import { DOCUMENT_KINDS, type DocumentKind } from '@gatehouse/domain';
import type { PortalSession } from '@gatehouse/engine';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { ContinueOnPhone } from '../upload/continue-on-phone.tsx';
import { PhotoAdvice } from '../upload/photo-advice.tsx';
import { SidesForm } from '../upload/sides-form.tsx';
import { FILE_LIMITS, slotsOf } from '../upload/slots.ts';
import { CHECK_HREF, DOCUMENT_HREF, PORTAL } from './addresses.ts';
import { currentIdentity } from './documents.ts';
import { hrefAfter } from './tasks.ts';

type DocumentPageProps = { readonly session: PortalSession; readonly kind: DocumentKind; readonly fromCheck: boolean };

/** The sides of the identity document, one below the other. */
export function DocumentPage({ session, kind, fromCheck }: DocumentPageProps) {
  const name = DOCUMENT_KINDS[kind].label.toLowerCase();
  const there = currentIdentity(session);
  const others = there.filter((document) => document.kind !== kind);
  const otherNames = [...new Set(others.map((each) => DOCUMENT_KINDS[each.kind].label.toLowerCase()))].join(' and ');
  const from = fromCheck ? '?from=check' : '';
  return (
    <>
      <PageHeader
        title={`Your ${name}`}
        back={fromCheck ? { href: CHECK_HREF, label: 'Check your answers' } : { href: PORTAL, label: 'Your tasks' }}
      >
        <PhotoAdvice />
      </PageHeader>
      {others.length > 0 && (
        <Notice title={`You have already uploaded your ${otherNames}`}>
          We keep it until your {name} is complete. It then takes its place when you continue.
        </Notice>
      )}
      <SidesForm
        key={kind}
        slots={slotsOf(kind, there)}
        limits={FILE_LIMITS}
        replaces={others.map((document) => document.id)}
        nextHref={fromCheck ? CHECK_HREF : hrefAfter(session, 'document')}
      />
      <ContinueOnPhone arrived={there.map((document) => document.id).join()} />
      <p>
        <Link href={`${DOCUMENT_HREF}${from}`} roomy>
          Use a different document
        </Link>
      </p>
    </>
  );
}
