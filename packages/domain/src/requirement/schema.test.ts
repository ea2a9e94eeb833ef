import { describe, expect, test } from 'vitest';
import { RequirementAsk } from './schema.ts';

describe('what a reviewer asks', () => {
  test('needs a code and may have no target', () => {
    expect(RequirementAsk.parse({ code: 'CLARIFICATION' })).toEqual({ code: 'CLARIFICATION', target: {} });
  });

  test.each([
    ['an unknown code', { code: 'SEND_MONEY' }],
    ['an unknown kind of document', { code: 'DOCUMENT_MISSING', target: { documentKind: 'LIBRARY_CARD' } }],
    ['a pin outside the scan', { code: 'DOCUMENT_BLURRED', pin: { documentId: 'd', x: 1.1, y: 0 } }],
    ['something extra', { code: 'CLARIFICATION', urgent: true }],
    ['an empty message', { code: 'CLARIFICATION', customerMessage: '  ' }],
  ])('is refused with %s', (_name, value) => {
    expect(RequirementAsk.safeParse(value).success).toBe(false);
  });
});
