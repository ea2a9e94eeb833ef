import type { Inputs } from '#lib/api.ts';
import { toPatch } from '../questions/values.ts';
import { commentOn, type Given, type ItemView, isAnswered } from './item-view.ts';

type AnswerInput = Inputs['portal']['answer'];
export type AllGiven = Readonly<Record<string, Given>>;

/** The values of the saved drafts, from any device. */
export const givenBefore = (items: readonly ItemView[]): AllGiven =>
  Object.fromEntries(
    items.map(({ id, ask, draft }) => {
      const slots = ask.by === 'document' ? ask.choices.flatMap((choice) => choice.slots) : [];
      const documents = slots.flatMap(({ name, uploaded }) => (uploaded ? [[name, uploaded.id]] : []));
      const values = ask.by === 'field' ? { ...ask.recorded, ...draft } : draft;
      return [id, { values, documents: Object.fromEntries(documents) }];
    }),
  );

const NOTHING: Given = { values: {}, documents: {} };
export const givenOf = (all: AllGiven, item: ItemView): Given => all[item.id] ?? NOTHING;

export const answeredItems = (items: readonly ItemView[], all: AllGiven): ItemView[] =>
  items.filter((item) => isAnswered(item, givenOf(all, item)));

export const commentedItems = (items: readonly ItemView[], all: AllGiven): ItemView[] =>
  items.filter((item) => commentOn(item, givenOf(all, item)) !== '');

/** The values after the comments were sent. */
export const withoutComments = (all: AllGiven): AllGiven =>
  Object.fromEntries(
    Object.entries(all).map(([id, given]) => [id, { ...given, values: { ...given.values, comment: '' } }]),
  );

/** All answers and comments as one request, which is stored completely or not at all. */
export function answerInput(items: readonly ItemView[], all: AllGiven): AnswerInput {
  const answered = answeredItems(items, all);
  const fields = answered.flatMap((item) =>
    item.ask.by === 'field' ? [toPatch([item.ask.question], givenOf(all, item).values)] : [],
  );
  const texts = items.flatMap((item) => {
    const text = item.ask.by === 'text' ? (givenOf(all, item).values.text ?? '') : commentOn(item, givenOf(all, item));
    return text.trim() === '' ? [] : [{ requirementId: item.id, text }];
  });
  return {
    documents: answered.flatMap((item) => Object.values(givenOf(all, item).documents)),
    answers: texts,
    ...(fields.length > 0 ? { profile: Object.assign({}, ...fields) as NonNullable<AnswerInput['profile']> } : {}),
  };
}
