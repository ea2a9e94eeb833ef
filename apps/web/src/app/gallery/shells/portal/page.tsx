import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { readTheme, THEME_COOKIE } from '#lib/theme.ts';
import { isEvaluation } from '#server/env.ts';
import { runtime } from '#server/runtime.ts';
import { ButtonLink, Link } from '#ui/link.tsx';
import { PortalShell } from '#ui/portal-shell.tsx';
import { SavedNote } from '#ui/saved-note.tsx';
import { StatusBanner } from '#ui/status-banner.tsx';
import { TaskList } from '#ui/task-list.tsx';
import { ThemeToggle } from '#ui/theme-toggle.tsx';

/** The portal's frame with a sample page. */
export default async function PortalSpecimen() {
  if (!isEvaluation((await runtime()).env)) notFound();
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <PortalShell
      partner={{ name: 'Northwind Pay' }}
      saved={<SavedNote state="saved" at={new Date().toISOString()} />}
      help={
        <p>
          Write to <Link href="mailto:help@northwind.example">help@northwind.example</Link>
        </p>
      }
      foot={<ThemeToggle theme={theme} />}
    >
      <StatusBanner status="CREATED" heading="Complete your profile">
        About 10 minutes. Have your passport or identity card ready.
      </StatusBanner>
      <TaskList
        label="Tasks"
        tasks={[
          { title: 'Your name', state: 'completed', href: '#' },
          { title: 'Date of birth and nationality', state: 'completed', href: '#' },
          { title: 'Where you live', state: 'inProgress', href: '#' },
          { title: 'Identity document', state: 'notStarted', href: '#', hint: 'Passport, identity card or licence' },
          { title: 'Check your answers', state: 'cannotStartYet', hint: 'After the tasks above' },
        ]}
      />
      <div>
        <ButtonLink href="#">Continue</ButtonLink>
      </div>
    </PortalShell>
  );
}
