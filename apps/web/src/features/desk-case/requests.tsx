'use client';

import type { Case } from '@gatehouse/domain';
import {
  type AnsweredBy,
  answers,
  answerTo,
  customerLifecycle,
  englishDocumentKinds,
  labelOf,
  mayPropose,
  type ProgramView,
  requirementLifecycle,
  type StaffRole,
} from '@gatehouse/domain';
import { Badge } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';
import { LocalTime } from '#ui/local-time.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { REQUIREMENT_LOOK } from './check-copy.ts';
import { SamePicture } from './same-picture.tsx';
import { TakeBack } from './take-back.tsx';

type Item = Case['requirements'][number];
type RequestsProps = {
  readonly theCase: Case;
  readonly role: StaffRole;
  readonly now: string;
  /** The shown document. */
  readonly chosenId: string | null;
  readonly onChoose: (documentId: string) => void;
  readonly onChanged: () => void;
};

/** All requests to the customer, newest first. */
export function Requests({ theCase, role, now, chosenId, onChoose, onChanged }: RequestsProps) {
  const rounds = Map.groupBy(theCase.requirements, (item) => item.round);
  if (rounds.size === 0) return null;
  const status = theCase.customer.customerStatus;
  const mayTakeBack = (item: Item): boolean =>
    mayPropose(role) &&
    customerLifecycle.can(status, 'updateProfile') &&
    requirementLifecycle.allows(item.status, 'withdraw').allowed;
  return (
    <Card title="Requests to the customer">
      {[...rounds.keys()]
        .sort((one, other) => other - one)
        .map((round) => (
          <section key={round} aria-label={`Round ${round}`} className="flex flex-col gap-2">
            <h3 className="font-semibold text-muted">Round {round}</h3>
            <ul className="flex flex-col gap-2">
              {(rounds.get(round) ?? []).map((item) => (
                <RequestItem key={item.id} item={item} program={theCase.program} now={now}>
                  {sentFor(item, theCase.documents).map((document) => (
                    <SamePicture
                      key={document.id}
                      document={document}
                      documents={theCase.documents}
                      now={now}
                      chosenId={chosenId}
                      onChoose={onChoose}
                    />
                  ))}
                  {mayTakeBack(item) && <TakeBack item={item} onDone={onChanged} />}
                </RequestItem>
              ))}
            </ul>
          </section>
        ))}
    </Card>
  );
}

type RequestItemProps = {
  readonly item: Item;
  readonly program: ProgramView;
  readonly now: string;
  readonly children: React.ReactNode;
};

function RequestItem({ item, program, now, children }: RequestItemProps) {
  const { tone, icon } = REQUIREMENT_LOOK[item.status];
  return (
    <li className="flex flex-col gap-1 rounded border border-line p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{item.message}</span>
        <Badge tone={tone} icon={icon}>
          {requirementLifecycle.label(item.status)}
        </Badge>
      </div>
      <p className="text-muted text-small">
        {aboutMessage(item, program)}
        {ANSWER_LABELS[item.answeredBy]} Asked by {item.askedBy} <RelativeTime value={item.askedAt} now={now} />
        {item.dueAt && requirementLifecycle.allows(item.status, 'answer').allowed && (
          <>
            , to be answered by <LocalTime value={item.dueAt} form="date" />
          </>
        )}
      </p>
      {item.customerMessage && <p className="whitespace-pre-wrap break-words">“{item.customerMessage}”</p>}
      {item.pin && <p className="text-muted text-small">With a pin on the document</p>}
      {item.internalNote && <p className="text-muted">For colleagues: {item.internalNote}</p>}
      {(item.comments ?? []).map(({ text, at }) => (
        <div key={at} className="border-line-strong border-s-2 ps-3">
          <p className="text-muted text-small">
            Comment <RelativeTime value={at} now={now} />, which answers nothing by itself
          </p>
          <p className="whitespace-pre-wrap break-words">{text}</p>
        </div>
      ))}
      {item.answeredAt && (
        <div className="border-line-strong border-s-2 ps-3">
          <p className="text-muted text-small">
            Answered <RelativeTime value={item.answeredAt} now={now} />
          </p>
          <p className="whitespace-pre-wrap break-words">{item.answer ?? answeredWith(item, program)}</p>
        </div>
      )}
      {children}
    </li>
  );
}

/** The documents that answer an item since it was requested. */
const sentFor = (item: Item, documents: Case['documents']): Case['documents'] =>
  documents.filter(
    ({ kind, side, state, requirementId, uploadedAt }) =>
      item.answeredAt !== null &&
      state !== 'HELD' &&
      (uploadedAt ?? '') >= item.askedAt &&
      answers(item, { document: { kind, side, isFor: requirementId === item.id } }),
  );

const ANSWER_LABELS = {
  document: 'Needs a document.',
  field: 'Needs a changed detail.',
  text: 'Needs an answer in words.',
} as const satisfies Record<AnsweredBy, string>;

/** What an item is about, with a full stop; empty for a question with a text answer. */
function aboutMessage(item: Item, program: ProgramView): string {
  const wanted = answerTo(item);
  if (wanted.by === 'field') return `${labelOf(program, wanted.field)}. `;
  return wanted.by === 'document' && wanted.kind ? `${englishDocumentKinds[wanted.kind].label}. ` : '';
}

function answeredWith(item: Item, program: ProgramView): string {
  const wanted = answerTo(item);
  return wanted.by === 'field' ? `Changed the ${labelOf(program, wanted.field).toLowerCase()}` : 'Uploaded a document';
}
