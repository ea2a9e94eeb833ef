import { expect, test } from 'vitest';
import { pdfOf } from '../testing/index.ts';
import { isWholePdf } from './pdf.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test('a whole PDF is one, and padding after its end does no harm', () => {
  expect(isWholePdf(pdfOf())).toBe(true);
  expect(isWholePdf(Buffer.concat([pdfOf(), bytes(`\r\n ${'\0'.repeat(4_000)}`)]))).toBe(true);
});

test('a PDF may have several ends, one after each change', () => {
  expect(isWholePdf(Buffer.concat([pdfOf(), pdfOf().subarray(9)]))).toBe(true);
});

/** The smallest archive there is, with a comment at its end. */
const archive = (comment: string) =>
  bytes(`PK\x05\x06${'\0'.repeat(16)}${String.fromCharCode(comment.length)}\0${comment}`);

test('a view into a larger buffer is read by its own bounds', () => {
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
])('one %s is none', (_name, pdf) => {
  expect(isWholePdf(pdf)).toBe(false);
});
