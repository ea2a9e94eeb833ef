import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type DocumentSide,
  INDIVIDUAL_FIELDS,
  type RequirementCode,
} from '@gatehouse/domain';
import type { PortalItem, PortalSession } from '@gatehouse/engine';
import { questionOf } from '../questions/questions.ts';
import { fromProfile } from '../questions/values.ts';
import { identityKinds } from '../tasks/documents.ts';
import { slotsOf } from '../upload/slots.ts';
import { EarlierAnswer } from './earlier-answer.tsx';
import { ItemHead } from './item-head.tsx';
import type { Ask, DocumentChoice, ItemView } from './item-view.ts';

/** Codes that name a side ask for that side only, and so does a mark on a scan. */
const ONE_SIDE: Partial<Record<RequirementCode, DocumentSide>> = {
  DOCUMENT_MISSING_FRONT: 'FRONT',
  DOCUMENT_MISSING_BACK: 'BACK',
};

/** Everything that is still open, as the form shows it. */
export const openItems = (session: PortalSession): ItemView[] =>
  session.items.filter((item) => item.status === 'OPEN').map((item) => viewOf(session, item));

function viewOf(session: PortalSession, item: PortalItem): ItemView {
  const draft = session.drafts[`requirement:${item.id}`]?.values ?? {};
  return {
    id: item.id,
    about: aboutOf(item),
    title: item.message,
    ask: askOf(session, item),
    draft: Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, String(value ?? '')])),
    children: (
      <>
        <ItemHead item={item} />
        <EarlierAnswer session={session} item={item} />
      </>
    ),
  };
}

/** "Driving licence", "Home address": what an item is about, where it is about something. */
export function aboutOf({ target, answerBy }: PortalItem): string {
  if (target.documentKind) return DOCUMENT_KINDS[target.documentKind].label;
  if (target.field) return INDIVIDUAL_FIELDS[target.field].label;
  return answerBy === 'document' ? 'A document' : 'A question';
}

/** The target decides how an item is answered, and the code only where there is no target. */
function askOf(session: PortalSession, item: PortalItem): Ask {
  const { target, answerBy } = item;
  if (target.documentKind) return { by: 'document', choices: [choiceOf(session, item, target.documentKind)] };
  if (target.field) {
    const question = questionOf(target.field);
    return { by: 'field', question, recorded: fromProfile([question], session.customer.profile) };
  }
  if (answerBy !== 'document') return { by: 'text' };
  return { by: 'document', choices: anyKinds().map((kind) => choiceOf(session, item, kind)) };
}

const anyKinds = (): DocumentKind[] => [...identityKinds(), 'PROOF_OF_ADDRESS', 'OTHER'];

function choiceOf({ documents }: PortalSession, item: PortalItem, kind: DocumentKind): DocumentChoice {
  const held = documents.filter((each) => each.state === 'HELD' && each.requirementId === item.id);
  const marked = documents.find((each) => each.id === item.pin?.documentId && each.kind === kind);
  const only = marked?.side ?? ONE_SIDE[item.code];
  return {
    kind,
    label: DOCUMENT_KINDS[kind].label,
    slots: slotsOf(kind, held, { prefix: `${item.id}-`, ...(only ? { sides: [only] } : {}) }),
  };
}
