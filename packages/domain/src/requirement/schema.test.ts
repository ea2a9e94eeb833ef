import { describe, expect, test } from 'vitest';
import { answers, RequirementAsk } from './schema.ts';

describe('an item is answered', () => {
  test.each([
    ['by a change of its field', { field: 'address' }, { fields: ['phone', 'address'] }, true],
    ['not by a change of another field', { field: 'address' }, { fields: ['phone'] }, false],
    ['by an upload of its kind', { documentKind: 'PASSPORT' }, { documentKind: 'PASSPORT' }, true],
    ['not by an upload of another kind', { documentKind: 'PASSPORT' }, { documentKind: 'NATIONAL_ID' }, false],
    ['not by anything when it is about nothing in particular', {}, { fields: ['phone'] }, false],
    ['not by nothing', {}, {}, false],
    ['not by an upload when it is about a field', { field: 'phone' }, { documentKind: 'PASSPORT' }, false],
  ] as const)('%s', (_name, target, given, expected) => {
    expect(answers(target, given)).toBe(expected);
  });
});

describe('what a reviewer asks', () => {
  test('needs a code and may be about nothing in particular', () => {
    expect(RequirementAsk.parse({ code: 'CLARIFICATION' })).toEqual({ code: 'CLARIFICATION', target: {} });
  });

  test.each([
    ['an unknown code', { code: 'SEND_MONEY' }],
    ['an unknown field', { code: 'CLARIFICATION', target: { field: 'shoeSize' } }],
    ['an unknown kind of document', { code: 'DOCUMENT_MISSING', target: { documentKind: 'LIBRARY_CARD' } }],
    ['a pin outside the scan', { code: 'DOCUMENT_BLURRED', pin: { documentId: 'd', x: 1.1, y: 0 } }],
    ['something extra', { code: 'CLARIFICATION', urgent: true }],
    ['an empty message', { code: 'CLARIFICATION', customerMessage: '  ' }],
  ])('is refused with %s', (_name, value) => {
    expect(RequirementAsk.safeParse(value).success).toBe(false);
  });
});
