import { expect, test } from 'vitest';
import { pdfOf } from '../testing/index.ts';
import { isWholePdf } from './pdf.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test('accepts a whole PDF, also with padding after its end', () => {
  expect(isWholePdf(pdfOf())).toBe(true);
  expect(isWholePdf(Buffer.concat([pdfOf(), bytes(`\r\n ${'\0'.repeat(4_000)}`)]))).toBe(true);
});

test('accepts a PDF with several ends, one per revision', () => {
  expect(isWholePdf(Buffer.concat([pdfOf(), pdfOf().subarray(9)]))).toBe(true);
});

/** The smallest possible ZIP archive, with a comment at its end. */
const archive = (comment: string) =>
  bytes(`PK\x05\x06${'\0'.repeat(16)}${String.fromCharCode(comment.length)}\0${comment}`);

test('reads only the bounds of a view into a larger buffer', () => {
  const pdf = pdfOf();
  const larger = Buffer.concat([bytes('junk before '), pdf, Buffer.alloc(4_000)]);
  expect(isWholePdf(new Uint8Array(larger.buffer, larger.byteOffset + 12, pdf.byteLength))).toBe(true);
});

test.each([
  ['without a header', bytes('hello %%EOF')],
  ['with an impossible version', bytes('%PDF-9.x %%EOF')],
  ['that ends early', pdfOf().subarray(0, -200)],
  ['with a small archive behind it', Buffer.concat([pdfOf(), archive('')])],
  ['with an archive behind it whose comment is an end', Buffer.concat([pdfOf(), archive('\n%%EOF\n')])],
  ['with a page of HTML behind it', Buffer.concat([pdfOf(), bytes('<script>alert(1)</script>')])],
  ['that is empty', new Uint8Array()],
])('refuses one %s', (_name, pdf) => {
  expect(isWholePdf(pdf)).toBe(false);
});
