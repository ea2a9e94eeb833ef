import { expect, test } from 'vitest';
import { minimalPdf } from './files.testing.ts';
import { pdfProblem } from './pdf.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test('a whole PDF is fine', () => {
  expect(pdfProblem(minimalPdf())).toBeNull();
});

test('a few bytes after the end do no harm', () => {
  expect(pdfProblem(Buffer.concat([minimalPdf(), bytes('\r\n\0\0\0')]))).toBeNull();
});

test('a view into a larger buffer is read by its own bounds', () => {
  const pdf = minimalPdf();
  const larger = Buffer.concat([bytes('junk before '), pdf, Buffer.alloc(4_000)]);
  expect(pdfProblem(new Uint8Array(larger.buffer, larger.byteOffset + 12, pdf.byteLength))).toBeNull();
});

test.each([
  ['without a header', bytes('hello %%EOF'), 'damaged'],
  ['with an impossible version', bytes('%PDF-9.x %%EOF'), 'damaged'],
  ['that ends early', minimalPdf().subarray(0, -200), 'damaged'],
  ['whose last change was cut off', Buffer.concat([minimalPdf(), bytes('9 0 obj << '.repeat(200))]), 'damaged'],
  ['that is empty', new Uint8Array(), 'damaged'],
  ['with a reference to its encryption', minimalPdf('/Encrypt 9 0 R'), 'encrypted'],
  ['with its encryption in place', minimalPdf('/Encrypt<< /Filter /Standard >>'), 'encrypted'],
])('%s', (_name, pdf, problem) => {
  expect(pdfProblem(pdf)).toBe(problem);
});

test('a page that talks about encryption is not encrypted', () => {
  expect(pdfProblem(minimalPdf('/EncryptMetadata true'))).toBeNull();
  expect(pdfProblem(minimalPdf('(How to /Encrypt a file)'))).toBeNull();
});
