import type { PortalSession } from '@gatehouse/domain';
import { identityKinds } from '@gatehouse/domain';
import { useTranslations } from 'next-intl';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { GivenAnswers } from '../questions/given-answers.tsx';
import { DOCUMENT_HREF, kindHref, PORTAL, partHref } from '../tasks/addresses.ts';
import { chosenKind, currentIdentity } from '../tasks/documents.ts';
import { useTasks } from '../tasks/tasks.ts';
import { GivenDocuments } from '../upload/given-documents.tsx';
import { SendForm } from './send-form.tsx';

const FROM_CHECK = '?from=check';

/** All answers before they are sent, each with a link to change it, and the declaration. */
export function CheckPage({ session }: { readonly session: PortalSession }) {
  const t = useTranslations('portal.check');
  const frame = useTranslations('portal.frame');
  const open = useTasks(session).filter((task) => task.id !== 'check' && task.state !== 'completed');
  const kind = chosenKind(session);
  const documents = currentIdentity(session);
  return (
    <>
      <PageHeader title={t('title')} back={{ href: PORTAL, label: frame('toTasks') }}>
        <p>{t('nothingSent')}</p>
      </PageHeader>
      <GivenAnswers session={session} changeHref={(page) => `${partHref(page)}${FROM_CHECK}`} />
      {identityKinds(session.program).length > 0 && (
        <section aria-labelledby="document-answers" className="flex flex-col gap-stack">
          <div className="flex items-baseline justify-between gap-4">
            <h2 id="document-answers" className="font-semibold text-h2">
              {t('document')}
            </h2>
            <Link href={`${kind ? kindHref(kind) : DOCUMENT_HREF}${FROM_CHECK}`} roomy>
              {t.rich('changeDocument', { hidden: (chunks) => <VisuallyHidden>{chunks}</VisuallyHidden> })}
            </Link>
          </div>
          {documents.length > 0 ? (
            <GivenDocuments documents={documents} />
          ) : (
            <p className="text-muted">{t('notAdded')}</p>
          )}
        </section>
      )}
      {open.length > 0 ? (
        <Notice kind="warning" title={t('before')}>
          <ul className="list-disc ps-6">
            {open.map((task) => (
              <li key={task.id}>
                {t.rich('unfinished', {
                  task: task.title,
                  link: (chunks) => (
                    <Link href={task.href ?? PORTAL} roomy>
                      {chunks}
                    </Link>
                  ),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <SendForm declaration={session.program.declaration} version={session.customer.version} />
      )}
    </>
  );
}
