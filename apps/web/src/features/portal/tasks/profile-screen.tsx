import { identityKinds, type ProgramView } from '@gatehouse/domain';
import type { PortalSession } from '@gatehouse/engine';
import { ButtonLink } from '#ui/link.tsx';
import { StatusBanner } from '#ui/status-banner.tsx';
import { TaskList } from '#ui/task-list.tsx';
import { CHECK_HREF } from './addresses.ts';
import { anyOf } from './documents.ts';
import { tasksOf } from './tasks.ts';

/** What is left to do before a verification can start. */
export function ProfileScreen({ session }: { readonly session: PortalSession }) {
  const tasks = tasksOf(session);
  const next = tasks.find((task) => task.state !== 'completed' && task.href);
  const isFresh = tasks.every((task) => task.state === 'notStarted' || task.state === 'cannotStartYet');
  return (
    <>
      <StatusBanner status={session.customer.customerStatus}>
        <p>
          About 10 minutes. We save what you type, so you can stop at any time and go on later, also on another device.
        </p>
      </StatusBanner>
      {isFresh && <HaveReady program={session.program} />}
      <TaskList label="Your tasks" tasks={tasks} />
      <div>
        <ButtonLink href={next?.href ?? CHECK_HREF}>{isFresh ? 'Start' : 'Continue'}</ButtonLink>
      </div>
    </>
  );
}

function HaveReady({ program }: { readonly program: ProgramView }) {
  const kinds = identityKinds(program);
  const others = program.pages.flatMap(({ ready }) => ready ?? []);
  if (kinds.length === 0 && others.length === 0) return null;
  return (
    <section aria-labelledby="have-ready" className="flex flex-col gap-tight">
      <h2 id="have-ready" className="font-semibold text-h2">
        Have these ready
      </h2>
      <ul className="list-disc pl-6">
        {kinds.length > 0 && (
          <>
            <li>An identity document that is still valid: a {anyOf(kinds)}</li>
            <li>A phone or a camera to photograph it, or a file of it</li>
          </>
        )}
        {others.map((other) => (
          <li key={other}>{other}</li>
        ))}
      </ul>
    </section>
  );
}
