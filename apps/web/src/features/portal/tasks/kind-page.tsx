import { DOCUMENT_KINDS, type DocumentKind, identityKinds } from '@gatehouse/domain';
import type { PortalSession } from '@gatehouse/engine';
import { PageHeader } from '#ui/page-header.tsx';
import { KindForm } from '../upload/kind-form.tsx';
import { CHECK_HREF, kindHref, PORTAL } from './addresses.ts';
import { chosenKind, DOCUMENT_SUBJECT } from './documents.ts';

/** Which identity document somebody wants to show. */
export function KindPage({ session, fromCheck }: { readonly session: PortalSession; readonly fromCheck: boolean }) {
  return (
    <>
      <PageHeader
        title="Identity document"
        back={fromCheck ? { href: CHECK_HREF, label: 'Check your answers' } : { href: PORTAL, label: 'Your tasks' }}
      >
        <p>It must be yours, still valid, and in the name you gave us.</p>
      </PageHeader>
      <KindForm
        subject={DOCUMENT_SUBJECT}
        chosen={chosenKind(session)}
        options={identityKinds(session.program).map((kind) => ({
          value: kind,
          label: DOCUMENT_KINDS[kind].label,
          hint: sidesHint(kind),
          href: `${kindHref(kind)}${fromCheck ? '?from=check' : ''}`,
        }))}
      />
    </>
  );
}

const sidesHint = (kind: DocumentKind): string =>
  DOCUMENT_KINDS[kind].sides.length === 1 ? 'The page with your photo' : 'Front and back';
