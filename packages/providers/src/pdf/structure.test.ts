import { expect, test } from 'vitest';
import { BAD_PDFS, lockedPdf, pdfOf } from '../testing/index.ts';
import { unwantedIn } from './structure.ts';

const FOUND = ['active', 'attachments', 'dynamicForm'];

test.each(Object.entries(BAD_PDFS).filter(([, [, problem]]) => FOUND.includes(problem)))(
  '%s is found',
  async (_name, [pdf, problem]) => {
    expect(await unwantedIn(pdf)).toBe(problem);
  },
);

test.each([
  ['a page to jump to', pdfOf({ catalog: '/OpenAction [3 0 R /Fit]' })],
  [
    'a link',
    pdfOf({
      page: '/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://x.example) >> >>]',
    }),
  ],
  ['talk of scripts', pdfOf({ content: 'BT /F1 12 Tf (/Encrypt 9 0 R /JavaScript /JS /Launch) Tj ET' })],
])('%s is nothing unwanted', async (_name, pdf) => {
  expect(await unwantedIn(pdf)).toBeNull();
});

test('a lock is found, whatever password it has and however its name is written', async () => {
  const open = await lockedPdf('');
  const escaped = Buffer.from(open.toString('latin1').replaceAll('/Encrypt ', '/#45ncrypt '), 'latin1');
  expect(escaped.equals(open)).toBe(false);
  for (const pdf of [await lockedPdf('secret'), open, escaped]) expect(await unwantedIn(pdf)).toBe('encrypted');
});

test('a circle of objects ends, and one that nests deep is read', async () => {
  expect(await unwantedIn(pdfOf({ catalog: '/A 6 0 R', objects: ['[7 0 R 1 0 R]', '[6 0 R]'] }))).toBeNull();
  const deep = Array.from({ length: 20_000 }, (_, index) => `[${index + 7} 0 R]`);
  const objects = [...deep, '<< /S /Launch >>'];
  expect(await unwantedIn(pdfOf({ catalog: '/A 6 0 R', objects }))).toBe('active');
});
