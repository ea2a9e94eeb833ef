import type { DocumentKind, PortalSession } from '@gatehouse/domain';
import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { ContinueOnPhone } from '../upload/continue-on-phone.tsx';
import { SidesForm } from '../upload/sides-form.tsx';
import { fileLimits, slotsOf } from '../upload/slots.ts';
import { CHECK_HREF, DOCUMENT_HREF, PORTAL } from './addresses.ts';
import { currentIdentity, nounOf } from './documents.ts';
import { hrefAfter } from './tasks.ts';

type DocumentPageProps = { readonly session: PortalSession; readonly kind: DocumentKind; readonly fromCheck: boolean };

/** The page to upload the sides of the identity document. */
export function DocumentPage({ session, kind, fromCheck }: DocumentPageProps) {
  const t = useTranslations();
  const frame = useTranslations('portal.frame');
  const format = useFormatter();
  const there = currentIdentity(session);
  const others = there.filter((document) => document.kind !== kind);
  const otherKinds = [...new Set(others.map((each) => each.kind))];
  const from = fromCheck ? '?from=check' : '';
  return (
    <>
      <PageHeader
        title={t('portal.documents.side.ONLY', { document: nounOf(t, kind) })}
        back={fromCheck ? { href: CHECK_HREF, label: frame('toCheck') } : { href: PORTAL, label: frame('toTasks') }}
      >
        <PhotoAdvice />
      </PageHeader>
      {others.length > 0 && (
        <Notice
          title={t('portal.documents.other.title', {
            documents: format.list(otherKinds.map((each) => nounOf(t, each))),
          })}
        >
          {t('portal.documents.other.text', { document: nounOf(t, kind) })}
        </Notice>
      )}
      <SidesForm
        key={kind}
        slots={slotsOf(t, kind, there)}
        limits={fileLimits(t)}
        replaces={others.map((document) => document.id)}
        nextHref={fromCheck ? CHECK_HREF : hrefAfter(session, 'document')}
      />
      <ContinueOnPhone arrived={there.map((document) => document.id).join()} />
      <p>
        <Link href={`${DOCUMENT_HREF}${from}`} roomy>
          {t('portal.documents.different')}
        </Link>
      </p>
    </>
  );
}

/** Advice for a photo that passes the checks at the first try. */
function PhotoAdvice() {
  const t = useTranslations('portal.documents.advice');
  return (
    <ul className="list-disc ps-6 text-muted">
      <li>{t('flat')}</li>
      <li>{t('light')}</li>
      <li>{t('still')}</li>
    </ul>
  );
}
