import {
  type Decided,
  type DecisionEvent,
  type DocumentKind,
  decisionIssues,
  type Pin,
  REASON_CODES,
  REQUIREMENT_CODES,
  type ReasonCode,
  type ReasonedEvent,
  type RequirementAsk,
  type RequirementCode,
  takes,
} from '@gatehouse/domain';
import type { FieldError } from '#ui/error-summary.tsx';

/** One thing to ask for, as far as it has been filled in. */
export type DraftItem = {
  readonly key: string;
  readonly code: RequirementCode | '';
  readonly field: string;
  readonly documentKind: DocumentKind | '';
  readonly message: string;
  readonly pin: Pin | null;
};

/** What somebody has typed towards a decision. It is kept while they look again, and until the decision is taken. */
export type Draft = {
  readonly reasonCode: string;
  readonly note: string;
  readonly message: string;
  readonly temporary: boolean | null;
  readonly items: readonly DraftItem[];
};

let count = 0;
/** A new item; what is known of it is filled in. */
export const newItem = (known: Partial<DraftItem> = {}): DraftItem => {
  count += 1;
  return { key: `item-${count}`, code: '', field: '', documentKind: '', message: '', pin: null, ...known };
};

export const newDraft = (event: DecisionEvent, items: readonly DraftItem[] = []): Draft => ({
  reasonCode: '',
  note: '',
  message: '',
  temporary: null,
  items: takes(event, 'items') && items.length === 0 ? [newItem()] : items,
});

export const hasReasons = (event: DecisionEvent): event is DecisionEvent & ReasonedEvent => event in REASON_CODES;

/** What answers an item; nothing until it is known what is asked. */
export const answerBy = ({ code }: DraftItem): 'document' | 'field' | 'text' | null =>
  code ? REQUIREMENT_CODES[code].answer : null;

/** What is still to be filled in, in the order of the form. The ids are those of the fields. */
export function problemsOf(event: DecisionEvent, draft: Draft): FieldError[] {
  const problems: (FieldError | false)[] = [];
  if (takes(event, 'items') && draft.items.length === 0)
    problems.push({ field: 'add-item', message: 'Ask for at least one thing' });
  for (const item of draft.items) {
    const by = answerBy(item);
    problems.push(
      item.code === '' && { field: `${item.key}-code`, message: 'Choose what to ask for' },
      by === 'document' && !item.documentKind && { field: `${item.key}-document`, message: 'Choose which document' },
      by === 'field' && !item.field && { field: `${item.key}-field`, message: 'Choose which detail' },
      item.code === 'CLARIFICATION' &&
        !item.message.trim() && { field: `${item.key}-message`, message: 'Write the question' },
    );
  }
  const others = decisionIssues({ event, ...givenOf(event, { ...draft, items: [] }) }).filter(
    ({ path }) => path !== 'items',
  );
  problems.push(...others.map(({ path, message }) => ({ field: path, message })));
  return problems.filter((problem) => problem !== false);
}

/** What was given towards a decision, as the API takes it: what was left empty is left out. */
export const givenOf = (event: DecisionEvent, draft: Draft): Omit<Decided, 'event'> => ({
  ...(takes(event, 'items') && { items: draft.items.map(askOf) }),
  ...(takes(event, 'reasonCode') && draft.reasonCode && { reasonCode: draft.reasonCode as ReasonCode }),
  ...(takes(event, 'temporary') && draft.temporary !== null && { temporary: draft.temporary }),
  ...(takes(event, 'message') && draft.message.trim() && { message: draft.message.trim() }),
  ...(draft.note.trim() && { note: draft.note.trim() }),
});

/** An item as the engine takes it. Only call it on a draft without problems. */
export function askOf({ code, field, documentKind, message, pin }: DraftItem): RequirementAsk {
  const by = code ? REQUIREMENT_CODES[code].answer : 'text';
  return {
    code: code as RequirementCode,
    target: {
      ...(by === 'field' && field ? { field } : {}),
      ...(by === 'document' && documentKind ? { documentKind } : {}),
    },
    ...(message.trim() ? { customerMessage: message.trim() } : {}),
    ...(pin && by === 'document' ? { pin } : {}),
  };
}
