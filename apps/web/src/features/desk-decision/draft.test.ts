import { describe, expect, it } from 'vitest';
import { askOf, newDraft, newItem, problemsOf } from './draft.ts';

const fields = (...given: Parameters<typeof problemsOf>) => problemsOf(...given).map(({ field }) => field);

describe('the draft of a decision', () => {
  it('needs nothing to approve', () => expect(problemsOf('approve', newDraft('approve'))).toEqual([]));
  it('needs a reason and a note to reject', () =>
    expect(fields('reject', newDraft('reject'))).toEqual(['reasonCode', 'note']));
  it('needs a term to deactivate', () =>
    expect(fields('deactivate', { ...newDraft('deactivate'), reasonCode: 'INACTIVITY', note: 'Unused.' })).toEqual([
      'temporary',
    ]));
  it('needs at least one item in a request', () =>
    expect(fields('requestInformation', { ...newDraft('requestInformation'), items: [] })).toEqual(['add-item']));
  it('needs the document, field or question of an item', () => {
    const items = [
      newItem({ key: 'a', code: 'DOCUMENT_BLURRED' }),
      newItem({ key: 'b', code: 'ADDRESS_PO_BOX' }),
      newItem({ key: 'c', code: 'CLARIFICATION' }),
    ];
    expect(fields('requestInformation', { ...newDraft('requestInformation'), items })).toEqual([
      'a-document',
      'b-field',
      'c-message',
    ]);
  });
  it('sends only the target of its code', () => {
    const item = newItem({
      code: 'DOCUMENT_GLARE',
      documentKind: 'PASSPORT',
      field: 'address',
      message: ' Left edge. ',
      pin: { documentId: 'doc_1', x: 0.1, y: 0.5 },
    });
    expect(askOf(item)).toEqual({
      code: 'DOCUMENT_GLARE',
      target: { documentKind: 'PASSPORT' },
      customerMessage: 'Left edge.',
      pin: { documentId: 'doc_1', x: 0.1, y: 0.5 },
    });
  });
});
