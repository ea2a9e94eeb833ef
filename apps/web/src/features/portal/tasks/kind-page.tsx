import type { PortalSession } from '@gatehouse/domain';
import { DOCUMENT_KINDS, identityKinds } from '@gatehouse/domain';
import { useTranslations } from 'next-intl';
import { PageHeader } from '#ui/page-header.tsx';
import { KindForm } from '../upload/kind-form.tsx';
import { CHECK_HREF, kindHref, PORTAL } from './addresses.ts';
import { chosenKind, DOCUMENT_SUBJECT } from './documents.ts';

/** The page to choose the kind of identity document. */
export function KindPage({ session, fromCheck }: { readonly session: PortalSession; readonly fromCheck: boolean }) {
  const t = useTranslations('portal.documents');
  const kinds = useTranslations('documentKinds');
  const frame = useTranslations('portal.frame');
  return (
    <>
      <PageHeader
        title={t('title')}
        back={fromCheck ? { href: CHECK_HREF, label: frame('toCheck') } : { href: PORTAL, label: frame('toTasks') }}
      >
        <p>{t('yourOwn')}</p>
      </PageHeader>
      <KindForm
        subject={DOCUMENT_SUBJECT}
        chosen={chosenKind(session)}
        options={identityKinds(session.program).map((kind) => ({
          value: kind,
          label: kinds(`${kind}.label`),
          hint: t(DOCUMENT_KINDS[kind].sides.length === 1 ? 'onePage' : 'bothSides'),
          href: `${kindHref(kind)}${fromCheck ? '?from=check' : ''}`,
        }))}
      />
    </>
  );
}
