import type { PortalSession } from '@gatehouse/domain';
import { identityKinds, type ProgramView } from '@gatehouse/domain';
import { useFormatter, useTranslations } from 'next-intl';
import { ButtonLink } from '#ui/link.tsx';
import { StatusBanner } from '#ui/status-banner.tsx';
import { TaskList } from '#ui/task-list.tsx';
import { CHECK_HREF } from './addresses.ts';
import { anyOf } from './documents.ts';
import { useTasks } from './tasks.ts';

/** The tasks before a verification can start. */
export function ProfileScreen({ session }: { readonly session: PortalSession }) {
  const t = useTranslations('portal.tasks');
  const tasks = useTasks(session);
  const next = tasks.find((task) => task.state !== 'completed' && task.href);
  const isFresh = tasks.every((task) => task.state === 'notStarted' || task.state === 'cannotStartYet');
  return (
    <>
      <StatusBanner status={session.customer.customerStatus} heading={session.heading}>
        <p>{t('about')}</p>
      </StatusBanner>
      {isFresh && <HaveReady program={session.program} />}
      <TaskList label={t('list')} tasks={tasks} />
      <div>
        <ButtonLink href={next?.href ?? CHECK_HREF}>{t(isFresh ? 'start' : 'continue')}</ButtonLink>
      </div>
    </>
  );
}

function HaveReady({ program }: { readonly program: ProgramView }) {
  const t = useTranslations('portal.tasks.ready');
  const translate = useTranslations();
  const format = useFormatter();
  const kinds = identityKinds(program);
  const others = program.pages.flatMap(({ ready }) => ready ?? []);
  if (kinds.length === 0 && others.length === 0) return null;
  return (
    <section aria-labelledby="have-ready" className="flex flex-col gap-tight">
      <h2 id="have-ready" className="font-semibold text-h2">
        {t('title')}
      </h2>
      <ul className="list-disc ps-6">
        {kinds.length > 0 && (
          <>
            <li>{t('document', { documents: anyOf(translate, format, kinds) })}</li>
            <li>{t('camera')}</li>
          </>
        )}
        {others.map((other) => (
          <li key={other}>{other}</li>
        ))}
      </ul>
    </section>
  );
}
