import { identityKinds, type Profile, type ProgramPage } from '@gatehouse/domain';
import type { PortalSession } from '@gatehouse/engine';
import type { Task, TaskState } from '#ui/task-list.tsx';
import { allNames, fromProfile } from '../questions/values.ts';
import { CHECK_HREF, DOCUMENT_HREF, kindHref, PORTAL, partHref } from './addresses.ts';
import { anyOf, chosenKind, currentIdentity } from './documents.ts';

export type PortalTask = Task & { readonly id: string };

/** What there is to do before sending, in order, each with where it stands. The last one waits for all the others. */
export function tasksOf(session: PortalSession): PortalTask[] {
  const before = [...session.program.pages.map((page) => partTask(session, page)), ...documentTasks(session)];
  const ready = before.every((task) => task.state === 'completed');
  const check: PortalTask = ready
    ? { id: 'check', title: CHECK_TITLE, state: 'notStarted', href: CHECK_HREF }
    : { id: 'check', title: CHECK_TITLE, state: 'cannotStartYet', hint: 'After everything above' };
  return [...before, check];
}

const CHECK_TITLE = 'Check your answers and send';

/** The next thing to do after this one, or the list itself. */
export function hrefAfter(session: PortalSession, id: string): string {
  const others = tasksOf(session).filter((task) => task.id !== id);
  const open = others.find((task) => task.state !== 'completed' && task.href);
  const isLast = others.every((task) => task.state === 'completed' || task.id === 'check');
  return isLast ? CHECK_HREF : (open?.href ?? PORTAL);
}

function partTask(session: PortalSession, page: ProgramPage): PortalTask {
  const profile: Profile = session.customer.profile;
  const fields = page.questions.map(({ field }) => field);
  const isMissing = session.customer.missing.some((each) => each.field && fields.includes(each.field));
  const isBegun = fields.some((field) => profile[field] !== undefined);
  const state = isPending(session, page) ? 'inProgress' : stateOf(isMissing, isBegun);
  return { id: page.name, title: page.title, state, href: partHref(page.name) };
}

/** The identity document, where the program asks for one. */
function documentTasks(session: PortalSession): PortalTask[] {
  const accepted = identityKinds(session.program);
  if (accepted.length === 0) return [];
  const isMissing = session.customer.missing.some((each) => each.kind === 'document');
  const kind = chosenKind(session);
  const isBegun = kind !== null || currentIdentity(session).length > 0;
  const hint = capital(anyOf(accepted));
  const href = kind ? kindHref(kind) : DOCUMENT_HREF;
  return [{ id: 'document', title: 'Identity document', state: stateOf(isMissing, isBegun), href, hint }];
}

const stateOf = (isMissing: boolean, isBegun: boolean): TaskState =>
  isMissing ? (isBegun ? 'inProgress' : 'notStarted') : 'completed';

/** Something was typed on this page that differs from what is stored, and nobody has pressed Continue. */
function isPending({ drafts, customer }: PortalSession, { name: page, questions }: ProgramPage): boolean {
  const draft = drafts[page];
  if (!draft) return false;
  const stored = fromProfile(questions, customer.profile);
  return allNames(questions).some((name) => name in draft.values && draft.values[name] !== stored[name]);
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
