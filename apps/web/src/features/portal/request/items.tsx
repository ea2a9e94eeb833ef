import type { PortalItem, PortalSession } from '@gatehouse/domain';
import {
  answerTo,
  DOCUMENT_KINDS,
  type DocumentKind,
  type DocumentSide,
  labelOf,
  questionFor,
} from '@gatehouse/domain';
import { useTranslations } from 'next-intl';
import type { Translator } from '#lib/translator.ts';
import { ItemInstructions } from '#ui/item-instructions.tsx';
import { LocalTime } from '#ui/local-time.tsx';
import { fromProfile } from '../questions/values.ts';
import { slotsOf } from '../upload/slots.ts';
import { EarlierAnswer } from './earlier-answer.tsx';
import type { Ask, DocumentChoice, ItemView } from './item-view.ts';
import { SentComments } from './sent-comments.tsx';

/** The open items, as the form shows them. */
export const openItems = (session: PortalSession, t: Translator): ItemView[] =>
  session.items.filter((item) => item.status === 'OPEN').map((item) => viewOf(session, item, t));

function viewOf(session: PortalSession, item: PortalItem, t: Translator): ItemView {
  const draft = session.drafts[`requirement:${item.id}`]?.values ?? {};
  return {
    id: item.id,
    about: aboutOf(session, item, t),
    title: item.message,
    ask: askOf(session, item, t),
    draft: Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, String(value ?? '')])),
    children: (
      <>
        <ItemHead item={item} />
        <EarlierAnswer session={session} item={item} />
        <SentComments comments={item.comments} />
      </>
    ),
  };
}

/** The subject of an item: "Driving licence", "Home address". */
export function aboutOf({ program }: PortalSession, item: PortalItem, t: Translator): string {
  const wanted = answerTo(item);
  if (wanted.by === 'text') return t('portal.request.aQuestion');
  if (wanted.by === 'field') return labelOf(program, wanted.field);
  return wanted.kind ? t(`documentKinds.${wanted.kind}.label`) : t('portal.request.aDocument');
}

function askOf(session: PortalSession, item: PortalItem, t: Translator): Ask {
  const wanted = answerTo(item);
  if (wanted.by === 'text') return wanted;
  if (wanted.by === 'field') {
    const question = questionFor(session.program, wanted.field);
    if (question === null) return { by: 'text' };
    return { by: 'field', question, recorded: fromProfile([question], session.customer.profile) };
  }
  const kinds = wanted.kind ? [wanted.kind] : session.program.documents;
  return { by: 'document', choices: kinds.map((kind) => choiceOf(session, item, t, kind, wanted.side)) };
}

/** Only the side that the item's code names or that the reviewer marked is requested; otherwise all sides. */
function choiceOf(
  { documents }: PortalSession,
  item: PortalItem,
  t: Translator,
  kind: DocumentKind,
  side: DocumentSide | null,
): DocumentChoice {
  const held = documents.filter((each) => each.state === 'HELD' && each.requirementId === item.id);
  const marked = documents.find((each) => each.id === item.pin?.documentId && each.kind === kind);
  const only = marked?.side ?? (side && DOCUMENT_KINDS[kind].sides.find((each) => each === side));
  return {
    kind,
    label: t(`documentKinds.${kind}.label`),
    slots: slotsOf(t, kind, held, { prefix: `${item.id}-`, ...(only ? { sides: [only] } : {}) }),
  };
}

/** The instructions for an item: in general, in the reviewer's message, by example, and its due date. */
function ItemHead({ item }: { readonly item: PortalItem }) {
  const t = useTranslations('portal.request');
  const { next, good, bad, reviewerMessage, dueAt } = item;
  const due = dueAt && t.rich('due', { date: () => <DueDate value={dueAt} /> });
  return <ItemInstructions next={next} due={due} message={reviewerMessage} good={good} bad={bad} wide />;
}

const DueDate = ({ value }: { readonly value: string }) => (
  <strong className="whitespace-nowrap font-semibold">
    <LocalTime value={value} form="date" />
  </strong>
);
