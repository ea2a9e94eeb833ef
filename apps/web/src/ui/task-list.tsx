import { Check, Circle, CircleDashed, CircleDotDashed, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cx } from './cx.ts';
import { Link } from './link.tsx';

export type TaskState = 'notStarted' | 'inProgress' | 'completed' | 'cannotStartYet';

export type Task = {
  readonly title: string;
  readonly state: TaskState;
  /** Where the task is done. A task that cannot start yet has none. */
  readonly href?: string;
  /** What the task is about; for a task that cannot start yet, what has to be done first. */
  readonly hint?: string;
};

const STATES = {
  notStarted: { icon: Circle, style: 'text-ink' },
  inProgress: { icon: CircleDotDashed, style: 'text-on-progress' },
  completed: { icon: Check, style: 'text-on-success' },
  cannotStartYet: { icon: CircleDashed, style: 'text-muted' },
} as const satisfies Record<TaskState, { icon: LucideIcon; style: string }>;

/** The tasks in order, each with its status. */
export function TaskList({ tasks, label }: { readonly tasks: readonly Task[]; readonly label: string }) {
  const t = useTranslations('ui.tasks');
  const done = tasks.filter((task) => task.state === 'completed').length;
  return (
    <section aria-label={label} className="flex flex-col gap-tight">
      <p className="font-semibold">{t('done', { done, total: tasks.length })}</p>
      <ul className="border-line border-t">
        {tasks.map((task) => (
          <TaskRow key={task.title} task={task} />
        ))}
      </ul>
    </section>
  );
}

/** The whole row can be pressed. Only the title is the link's name, so that it stays short. */
function TaskRow({ task }: { readonly task: Task }) {
  const t = useTranslations('ui.tasks');
  const { icon: Icon, style } = STATES[task.state];
  return (
    <li
      className={cx(
        'relative flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-3',
        task.href && 'transition-colors hover:bg-hover',
      )}
    >
      <div className="flex min-w-0 grow basis-60 flex-col">
        {task.href ? (
          <Link href={task.href}>
            <span className="absolute inset-0" />
            {task.title}
          </Link>
        ) : (
          <span className="text-muted">{task.title}</span>
        )}
        {task.hint && <span className="text-muted text-small">{task.hint}</span>}
      </div>
      <span className={cx('inline-flex items-center gap-2 font-semibold text-small', style)}>
        <Icon aria-hidden className="size-[1.25em] shrink-0" />
        {t(task.state)}
      </span>
    </li>
  );
}
