import { expect, test } from 'vitest';
import { CheckRecord, type Evidence, findingOf, statement } from './evidence.ts';

const asks = [{ code: 'DOCUMENT_BLURRED' as const, target: { documentKind: 'PASSPORT' as const } }];

test('reads what version 0.1.0 sealed as evidence, and shows it unchanged', () => {
  const findings = [
    { about: { field: 'phone' }, ok: true, text: 'Nothing stands out.' },
    { about: { documentId: 'd1' }, ok: false, text: 'The picture is blurred.' },
    { about: {}, ok: false, text: 'No identity document is there.' },
  ];
  const read = CheckRecord.parse({ asks, findings, note: 'Looked at.', by: 's1' });
  expect(read).toMatchObject({ asks, note: 'Looked at.', by: 's1' });
  expect(read.evidence.map(({ type }) => type)).toEqual(['field', 'document', 'statement']);
  expect(read.evidence.map(findingOf)).toEqual(findings);
});

test('omits unknown requirement codes of older versions', () => {
  const [ask] = CheckRecord.parse({ asks: [{ ...asks[0], message: 'Sharper.' }], findings: [] }).asks;
  expect(ask).toEqual(asks[0]);
});

test('evidence that is sealed is read back unchanged', () => {
  const evidence: Evidence[] = [
    { type: 'document', ok: true, text: 'Read.', documentId: 'd1', width: 10, height: 20, read: { familyName: 'X' } },
    { type: 'candidate', ok: false, text: '?', source: 'list', reference: '1', score: 0.4, agrees: [] },
    { type: 'missing', ok: false, text: 'Missing.', documentKind: 'PASSPORT', side: 'FRONT' },
    statement('Seen.', true),
  ];
  expect(CheckRecord.parse(JSON.parse(JSON.stringify({ asks, evidence })))).toEqual({ asks, evidence });
});

test.each([
  ['of no known type', { type: 'rumour', ok: true, text: '' }],
  [
    'with a score that is none',
    { type: 'candidate', ok: true, text: '', source: '', reference: '', score: 2, agrees: [] },
  ],
  ['without a sentence', { type: 'statement', ok: true }],
])('evidence %s is refused', (_what, each) => {
  expect(CheckRecord.safeParse({ asks, evidence: [each] }).success).toBe(false);
});
