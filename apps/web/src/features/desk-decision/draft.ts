import {
  type Decided,
  type DecisionEvent,
  type DocumentKind,
  decisionIssues,
  englishInput,
  englishReasons,
  type Message,
  type Pin,
  REQUIREMENT_CODES,
  type ReasonCode,
  type ReasonedEvent,
  type RequirementAsk,
  type RequirementCode,
  takes,
} from '@gatehouse/domain';
import type { FieldError } from '#ui/error-summary.tsx';

/** A partly filled item of a request. */
export type DraftItem = {
  readonly key: string;
  readonly code: RequirementCode | '';
  readonly field: string;
  readonly documentKind: DocumentKind | '';
  readonly message: string;
  readonly pin: Pin | null;
};

/** The draft of a decision. It is kept until the decision is taken, also when the case is read again. */
export type Draft = {
  readonly reasonCode: string;
  readonly note: string;
  readonly message: string;
  readonly temporary: boolean | null;
  readonly items: readonly DraftItem[];
};

let count = 0;
/** Makes a new item from what is known. */
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

/** The sentence of a reason for the customer. A code that several events share has the same sentence in all of them. */
export const reasonSentenceOf = (code: string): string | undefined =>
  Object.values<Readonly<Record<string, { readonly sentence: string }>>>(englishReasons).find((codes) =>
    Object.hasOwn(codes, code),
  )?.[code]?.sentence;

export const hasReasons = (event: DecisionEvent): event is DecisionEvent & ReasonedEvent => event in englishReasons;

/** The kind of answer to an item; null until its code is chosen. */
export const answerBy = ({ code }: DraftItem): 'document' | 'field' | 'text' | null =>
  code ? REQUIREMENT_CODES[code].answer : null;

/** The missing fields in the order of the form, by field id. */
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
  problems.push(...others.map(({ path, message }) => ({ field: path, message: english(message) })));
  return problems.filter((problem) => problem !== false);
}

/** What may be missing here is said without arguments, so the desk needs no more than the catalogue's text. */
const english = ({ key }: Message): string => String(englishInput[key.split('.')[1] as keyof typeof englishInput]);

/** Converts a draft to the API's input without empty fields. */
export const givenOf = (event: DecisionEvent, draft: Draft): Omit<Decided, 'event'> => ({
  ...(takes(event, 'items') && { items: draft.items.map(askOf) }),
  ...(takes(event, 'reasonCode') && draft.reasonCode && { reasonCode: draft.reasonCode as ReasonCode }),
  ...(takes(event, 'temporary') && draft.temporary !== null && { temporary: draft.temporary }),
  ...(takes(event, 'message') && draft.message.trim() && { message: draft.message.trim() }),
  ...(draft.note.trim() && { note: draft.note.trim() }),
});

/** Converts an item to the engine's input. Call it only without problems. */
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
