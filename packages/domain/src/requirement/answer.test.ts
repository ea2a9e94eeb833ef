import { describe, expect, test } from 'vitest';
import { CustomerType } from '../customer/types.ts';
import { english } from '../messages/english.testing.ts';
import { ENGLISH, say } from '../messages/language.ts';
import { individual } from '../program/individual.ts';
import { type Asked, answers, answerTo, askProblem, codesToAsk, howToAnswer, nextFor } from './answer.ts';
import { RequirementCode } from './codes.ts';

const asked = (code: RequirementCode, target: Asked['target'] = {}): Asked => ({ code, target });
const upload = (kind: string, side = 'FRONT', isFor = false) => ({ document: { kind, side, isFor } });

describe('what answers an item', () => {
  test.each([
    ['the kind that its target names', asked('DOCUMENT_BLURRED', { documentKind: 'PASSPORT' }), 'PASSPORT', null],
    ['whatever its code is about', asked('CLARIFICATION', { documentKind: 'OTHER' }), 'OTHER', null],
    ['the kind that its code is about', asked('ADDRESS_UNVERIFIED'), 'PROOF_OF_ADDRESS', null],
    ['any kind, where neither names one', asked('DOCUMENT_MISSING'), null, null],
    ['the side of its code', asked('DOCUMENT_MISSING_BACK', { documentKind: 'NATIONAL_ID' }), 'NATIONAL_ID', 'BACK'],
    [
      'the whole of a kind without that side',
      asked('DOCUMENT_MISSING_BACK', { documentKind: 'PASSPORT' }),
      'PASSPORT',
      null,
    ],
    [
      'its code, where the target names two things',
      asked('DOCUMENT_NAME_MISMATCH', { field: 'familyName', documentKind: 'PASSPORT' }),
      'PASSPORT',
      null,
    ],
  ] as const)('is a document: %s', (_name, item, kind, side) => {
    expect(answerTo(item)).toEqual({ by: 'document', kind, side });
  });

  test.each([
    ['the field that its target names', asked('CLARIFICATION', { field: 'employment' }), 'employment'],
    ['also where its code asks for a document', asked('DOCUMENT_NAME_MISMATCH', { field: 'familyName' }), 'familyName'],
    ['the field that its code is about', asked('ADDRESS_PO_BOX'), 'address'],
  ] as const)('is a field: %s', (_name, item, field) => {
    expect(answerTo(item)).toEqual({ by: 'field', field });
  });

  test.each(['CLARIFICATION', 'SOURCE_OF_FUNDS_UNCLEAR', 'OWNER_MISSING'] as const)('is text for %s', (code) => {
    expect(answerTo(asked(code))).toEqual({ by: 'text' });
  });

  test.each(RequirementCode.options)('has a sentence for %s, with what to do', (code) => {
    expect(say(ENGLISH, howToAnswer(individual.view, asked(code)))).toMatch(/^(Upload|Change|Answer) .*\.$/);
    for (const target of [{}, { field: 'address' }, { documentKind: 'PASSPORT' }] as const)
      expect(say(ENGLISH, nextFor(asked(code, target)))).toMatch(/^[A-Z][^!]{4,}\.$/);
  });

  test('what to do follows what answers it', () => {
    expect(say(ENGLISH, nextFor(asked('DOCUMENT_NAME_MISMATCH', { documentKind: 'PASSPORT' })))).toMatch(/^Upload/);
    expect(say(ENGLISH, nextFor(asked('DOCUMENT_NAME_MISMATCH', { field: 'familyName' })))).toMatch(
      /^Correct your name/,
    );
    expect(
      say(ENGLISH, howToAnswer(individual.view, asked('DOCUMENT_MISSING_BACK', { documentKind: 'DRIVING_LICENCE' }))),
    ).toBe(
      'Upload the back of the driving licence to answer this. Words alone are kept as a comment, and leave it open.',
    );
  });
});

describe('an item is answered', () => {
  const back = asked('DOCUMENT_MISSING_BACK', { documentKind: 'DRIVING_LICENCE' });
  const passport = asked('DOCUMENT_BLURRED', { documentKind: 'PASSPORT' });
  const employment = asked('CLARIFICATION', { field: 'employment' });
  test.each([
    ['by a change of its field', employment, { fields: ['phone', 'employment'] }, true],
    ['not by a change of another field', employment, { fields: ['phone'] }, false],
    ['not by an upload when a field answers it', employment, upload('PASSPORT', 'FRONT', true), false],
    ['by an upload of its kind', passport, upload('PASSPORT'), true],
    ['not by an upload of another kind', passport, upload('NATIONAL_ID'), false],
    ['not by another kind that was uploaded for it', passport, upload('OTHER', 'FRONT', true), false],
    ['by the side that it asks for', back, upload('DRIVING_LICENCE', 'BACK'), true],
    ['not by the other side', back, upload('DRIVING_LICENCE', 'FRONT'), false],
    ['by any document for it, when it names no kind', asked('DOCUMENT_MISSING'), upload('OTHER', 'FRONT', true), true],
    ['not by a document for nothing in particular', asked('DOCUMENT_MISSING'), upload('PASSPORT'), false],
    ['not by an upload when words answer it', asked('CLARIFICATION'), upload('OTHER', 'FRONT', true), false],
    ['not by nothing', passport, {}, false],
  ] as const)('%s', (_name, item, given, expected) => {
    expect(answers(item, given)).toBe(expected);
  });
});

describe('what can be asked', () => {
  test.each(CustomerType.options)('of %s is every code that fits, and no other', (type) => {
    const view = { ...individual.view, type };
    const refused = RequirementCode.options.filter((code) => askProblem(view, asked(code)));
    expect(refused).toEqual(RequirementCode.options.filter((code) => !codesToAsk(view).includes(code)));
  });

  test.each([
    ['a business’s code of an individual', asked('OWNERSHIP_UNCLEAR'), 'code'],
    ['what the gate asks by itself', asked('DECLARATION_MISSING'), 'code'],
    ['two things at once', asked('CLARIFICATION', { field: 'phone', documentKind: 'OTHER' }), 'target'],
    ['a field that the program does not have', asked('CLARIFICATION', { field: 'shoeSize' }), 'target'],
    ['a side that the kind does not have', asked('DOCUMENT_MISSING_BACK', { documentKind: 'PASSPORT' }), 'target'],
  ] as const)('is not %s', (_name, item, path) => {
    const problem = askProblem(individual.view, item);
    expect(problem?.path).toBe(path);
    expect(english(problem?.message ?? null)).toMatch(/^[A-Z].*\.$/);
  });

  test('leaves out what is about a field that the program does not have', () => {
    const pages = individual.view.pages.filter(({ name }) => name !== 'address');
    expect(codesToAsk(individual.view)).toContain('ADDRESS_PO_BOX');
    expect(codesToAsk({ ...individual.view, pages })).not.toContain('ADDRESS_PO_BOX');
  });

  test('excludes company items for individuals, and items that only the gate asks for', () => {
    const ofBusiness = codesToAsk({ ...individual.view, type: 'BUSINESS' });
    expect(ofBusiness).toEqual(RequirementCode.options.filter((code) => code !== 'DECLARATION_MISSING'));
    expect(codesToAsk(individual.view)).toEqual(
      ofBusiness.filter((code) => !/^(OWNER|CONTROLLER|REGISTRATION)/.test(code)),
    );
  });
});
