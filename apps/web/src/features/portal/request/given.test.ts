import { individual, questionOf } from '@gatehouse/domain';
import { describe, expect, test } from 'vitest';
import { answeredItems, answerInput, commentedItems, givenBefore, withoutComments } from './given.ts';
import type { Ask, ItemView } from './item-view.ts';

const item = (id: string, ask: Ask, draft: ItemView['draft'] = {}): ItemView => ({
  id,
  about: id,
  title: id,
  ask,
  draft,
  children: null,
});
const slot = { name: 'passport-front', kind: 'PASSPORT', side: 'FRONT', label: 'Your passport', missing: '' };
const uploaded = { id: 'doc_1', picture: null, warnings: [], sameAs: null };
const document = (there: typeof uploaded | null): Ask => ({
  by: 'document',
  choices: [{ kind: 'PASSPORT', label: 'Passport', slots: [{ ...slot, uploaded: there }] }],
});
const phone: Ask = {
  by: 'field',
  question: questionOf('phone', individual.fields.phone),
  recorded: { phone: '+442079460958' },
};

const items = [
  item('upload', document(uploaded), { comment: 'A new one.' }),
  item('commented', document(null), { comment: 'I have none.' }),
  item('unchanged', phone, { comment: 'It is right.' }),
  item('question', { by: 'text' }, { text: 'My employer.' }),
  item('untouched', { by: 'text' }),
];
const given = givenBefore(items);

describe('the values of the form', () => {
  test('are answers only if they answer their item', () => {
    expect(answeredItems(items, given).map(({ id }) => id)).toEqual(['upload', 'question']);
    expect(commentedItems(items, given).map(({ id }) => id)).toEqual(['upload', 'commented', 'unchanged']);
  });

  test('are sent with every comment and without unchanged fields', () => {
    expect(answerInput(items, given)).toEqual({
      documents: ['doc_1'],
      answers: [
        { requirementId: 'upload', text: 'A new one.' },
        { requirementId: 'commented', text: 'I have none.' },
        { requirementId: 'unchanged', text: 'It is right.' },
        { requirementId: 'question', text: 'My employer.' },
      ],
    });
  });

  test('keep the answers and lose the comments after sending', () => {
    const after = withoutComments(given);
    expect(commentedItems(items, after)).toEqual([]);
    expect(answeredItems(items, after)).toHaveLength(2);
  });
});
