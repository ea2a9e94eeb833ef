import { expect, test } from 'vitest';
import { pdfOf } from '../testing/index.ts';
import { isWholePdf } from './pdf.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test('a whole PDF is one, and a few bytes after its end do no harm', () => {
  expect(isWholePdf(pdfOf())).toBe(true);
  expect(isWholePdf(Buffer.concat([pdfOf(), bytes('\r\n\0\0\0')]))).toBe(true);
});

test('a view into a larger buffer is read by its own bounds', () => {
  const pdf = pdfOf();
  const larger = Buffer.concat([bytes('junk before '), pdf, Buffer.alloc(4_000)]);
  expect(isWholePdf(new Uint8Array(larger.buffer, larger.byteOffset + 12, pdf.byteLength))).toBe(true);
});

test.each([
  ['without a header', bytes('hello %%EOF')],
  ['with an impossible version', bytes('%PDF-9.x %%EOF')],
  ['that ends early', pdfOf().subarray(0, -200)],
  ['with an archive behind it', Buffer.concat([pdfOf(), bytes('PK\x03\x04'.repeat(400))])],
  ['that is empty', new Uint8Array()],
])('one %s is none', (_name, pdf) => {
  expect(isWholePdf(pdf)).toBe(false);
});
