import type { PortalSession } from '@gatehouse/domain';
import { identityKinds, type Profile, type ProgramPage } from '@gatehouse/domain';
import { useFormatter, useTranslations } from 'next-intl';
import type { Task, TaskState } from '#ui/task-list.tsx';
import { allNames, fromProfile } from '../questions/values.ts';
import { CHECK_HREF, DOCUMENT_HREF, kindHref, PORTAL, partHref } from './addresses.ts';
import { anyOf, chosenKind, currentIdentity } from './documents.ts';

type Step = Pick<Task, 'state' | 'href'> & { readonly id: string };
export type PortalTask = Task & Step;

/** The tasks before sending, in order, each with its status. The last one waits for all the others. */
export function stepsOf(session: PortalSession): Step[] {
  const before = [...session.program.pages.map((page) => partStep(session, page)), ...documentSteps(session)];
  const ready = before.every((step) => step.state === 'completed');
  const check: Step = ready
    ? { id: CHECK, state: 'notStarted', href: CHECK_HREF }
    : { id: CHECK, state: 'cannotStartYet' };
  return [...before, check];
}

const CHECK = 'check';
const DOCUMENT = 'document';

/** The task with its labels. */
export function useTasks(session: PortalSession): PortalTask[] {
  const t = useTranslations('portal.tasks');
  const translate = useTranslations();
  const format = useFormatter();
  const titles = new Map(session.program.pages.map(({ name, title }) => [name, title]));
  return stepsOf(session).map((step): PortalTask => {
    if (step.id === CHECK)
      return { ...step, title: t('check'), ...(step.state === 'cannotStartYet' ? { hint: t('checkLast') } : {}) };
    if (step.id === DOCUMENT)
      return { ...step, title: t('document'), hint: capital(anyOf(translate, format, identityKinds(session.program))) };
    return { ...step, title: titles.get(step.id) ?? step.id };
  });
}

/** The URL of the next unfinished task, or of the list. */
export function hrefAfter(session: PortalSession, id: string): string {
  const others = stepsOf(session).filter((task) => task.id !== id);
  const open = others.find((task) => task.state !== 'completed' && task.href);
  const isLast = others.every((task) => task.state === 'completed' || task.id === 'check');
  return isLast ? CHECK_HREF : (open?.href ?? PORTAL);
}

function partStep(session: PortalSession, page: ProgramPage): Step {
  const profile: Profile = session.customer.profile;
  const fields = page.questions.map(({ field }) => field);
  const isMissing = session.customer.missing.some((each) => each.field && fields.includes(each.field));
  const isBegun = fields.some((field) => profile[field] !== undefined);
  const state = isPending(session, page) ? 'inProgress' : stateOf(isMissing, isBegun);
  return { id: page.name, state, href: partHref(page.name) };
}

/** The task of the identity document, if the program requires one. */
function documentSteps(session: PortalSession): Step[] {
  if (identityKinds(session.program).length === 0) return [];
  const isMissing = session.customer.missing.some((each) => each.kind === 'document');
  const kind = chosenKind(session);
  const isBegun = kind !== null || currentIdentity(session).length > 0;
  const href = kind ? kindHref(kind) : DOCUMENT_HREF;
  return [{ id: DOCUMENT, state: stateOf(isMissing, isBegun), href }];
}

const stateOf = (isMissing: boolean, isBegun: boolean): TaskState =>
  isMissing ? (isBegun ? 'inProgress' : 'notStarted') : 'completed';

/** True when the page's draft differs from the stored profile. */
function isPending({ drafts, customer }: PortalSession, { name: page, questions }: ProgramPage): boolean {
  const draft = drafts[page];
  if (!draft) return false;
  const stored = fromProfile(questions, customer.profile);
  return allNames(questions).some((name) => name in draft.values && draft.values[name] !== stored[name]);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
