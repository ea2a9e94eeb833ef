import { type DocumentFact, ENGLISH, message, type RequirementAsk, say, storedMessage } from '@gatehouse/domain';
import sharp from 'sharp';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { documentFact, questionAbout } from '../question.testing.ts';
import { specimenDocument } from '../specimen/specimen.ts';
import { lockedPdf, pdfOf } from '../testing/index.ts';
import { documentProvider } from './provider.ts';

// Each PDF is opened in a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const files: Record<string, Uint8Array> = {};
beforeAll(async () => {
  files.sharp = await specimenDocument();
  files.blurred = await specimenDocument({ flaw: 'blurred' });
  files.blank = await specimenDocument({ flaw: 'blank' });
  files.truncated = files.sharp.subarray(0, files.sharp.length / 2);
  files.heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(20_000)]);
  files.tiny = await sharp(files.sharp).resize(150).png({ compressionLevel: 0 }).toBuffer();
  files.pdf = pdfOf({ pages: 2 });
  files.locked = await lockedPdf('secret');
});

/** Asks about these documents, each with the file of this name. */
async function ask(...given: [DocumentFact, string][]) {
  const byId = new Map(given.map(([fact, name]) => [fact.id, name]));
  const documents = given.map(([fact]) => fact);
  const file = async (id: string) => files[byId.get(id) ?? ''] ?? new Uint8Array();
  const answer = await documentProvider.ask(questionAbout({ documents }, { kind: 'document', file }));
  if (answer.kind !== 'verdict') throw new Error('The document check answers at once.');
  return answer;
}
/** What the asks say to the customer, in English. */
const saidOf = ({ asks }: { readonly asks: readonly RequirementAsk[] }): string[] =>
  asks.flatMap(({ says = [] }) =>
    says.map((stored) => say(ENGLISH, storedMessage(stored) ?? message('input.own', { sentence: '' }))),
  );
const passport = documentFact('PASSPORT');
const front = documentFact('DRIVING_LICENCE', 'FRONT');
const back = documentFact('DRIVING_LICENCE', 'BACK');

test('sharp photos of every side pass, and the evidence has the size of each', async () => {
  expect(await ask([front, 'sharp'], [back, 'sharp'])).toEqual({
    kind: 'verdict',
    verdict: 'PASSED',
    asks: [],
    evidence: [front, back].map(({ id }) => ({
      type: 'document',
      documentId: id,
      ok: true,
      text: 'A sharp picture of 1475 by 1074 pixels.',
      width: 1475,
      height: 1074,
    })),
  });
});

test('a PDF passes, and what is said of it is what was looked for', async () => {
  const answer = await ask([passport, 'pdf']);
  expect(answer).toMatchObject({ verdict: 'PASSED', evidence: [{ ok: true, pages: 2 }] });
  expect(answer.evidence[0]?.text).toBe('A PDF of 2 pages, without a lock, scripts or attachments.');
});

test.each([
  ['blurred', 'DOCUMENT_BLURRED', 'blurred', 'The picture is blurred.'],
  ['blank', 'DOCUMENT_MISSING', 'blank', 'The picture shows nothing.'],
  ['truncated', 'DOCUMENT_UNSUPPORTED', 'damaged', 'The file is damaged and cannot be opened.'],
  ['heic', 'DOCUMENT_UNSUPPORTED', 'unsupported', 'The file is no JPEG, PNG or PDF.'],
  ['locked', 'DOCUMENT_UNSUPPORTED', 'encrypted', 'The PDF is locked: it is encrypted or needs a password.'],
  ['tiny', 'DOCUMENT_NUMBER_UNREADABLE', 'tooFewPixels', 'The picture is smaller than 200 by 200 pixels.'],
  ['nothing at all', 'DOCUMENT_NUMBER_UNREADABLE', 'tooFewBytes', 'The file is smaller than 10 KB.'],
])('a file that is %s asks %s', async (name, code, problem, text) => {
  const answer = await ask([passport, name]);
  expect(answer.verdict).toBe('NEEDS_INFORMATION');
  expect(answer.asks).toMatchObject([{ code, target: { documentKind: 'PASSPORT' } }]);
  expect(saidOf(answer)).toEqual([text]);
  expect(answer.evidence).toMatchObject([{ type: 'document', documentId: passport.id, ok: false, text, problem }]);
});

describe('a document with two sides', () => {
  test('is asked for the missing side', async () => {
    const answer = await ask([front, 'sharp']);
    expect(answer.asks).toEqual([{ code: 'DOCUMENT_MISSING_BACK', target: { documentKind: 'DRIVING_LICENCE' } }]);
    expect(answer.evidence).toContainEqual({
      type: 'missing',
      ok: false,
      text: 'The back of the driving licence is missing.',
      documentKind: 'DRIVING_LICENCE',
      side: 'BACK',
    });
  });

  test('is asked again for a side whose picture is blank', async () => {
    const answer = await ask([front, 'blank'], [back, 'sharp']);
    expect(answer.asks).toMatchObject([{ code: 'DOCUMENT_MISSING_FRONT' }]);
  });

  test('is asked for once when both sides are blurred, naming both', async () => {
    const answer = await ask([front, 'blurred'], [back, 'blurred']);
    expect(answer.asks).toMatchObject([{ code: 'DOCUMENT_BLURRED', target: { documentKind: 'DRIVING_LICENCE' } }]);
    expect(saidOf(answer)).toEqual([
      'the front of the driving licence: The picture is blurred.',
      'the back of the driving licence: The picture is blurred.',
    ]);
  });

  test('is not asked for beside a whole passport', async () => {
    expect((await ask([passport, 'sharp'], [front, 'sharp'])).verdict).toBe('PASSED');
    expect((await ask([front, 'sharp'], [passport, 'sharp'])).verdict).toBe('PASSED');
  });
});

test('without an identity document one is asked for', async () => {
  const answer = await ask([documentFact('PROOF_OF_ADDRESS'), 'sharp']);
  expect(answer.asks).toEqual([{ code: 'DOCUMENT_MISSING', target: { documentKind: 'PASSPORT' } }]);
});

test('a file that cannot be fetched throws, so that the question is asked again', async () => {
  const file = () => Promise.reject(new Error('The file store is away.'));
  await expect(documentProvider.ask(questionAbout({ documents: [passport] }, { file }))).rejects.toThrow('away');
});

test('a question whose deadline has passed throws before a file is opened', async () => {
  const question = questionAbout({ documents: [passport] }, { signal: AbortSignal.abort(new Error('Too late.')) });
  await expect(documentProvider.ask(question)).rejects.toThrow('Too late.');
});
