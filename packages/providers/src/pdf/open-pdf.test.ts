import { deflateSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { BAD_PDFS, lockedPdf, pdfOf } from '../testing/index.ts';
import { openPdf, PDF_LIMITS } from './open-pdf.ts';

// Each document is opened in its own process, which is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const problemOf = async (pdf: Uint8Array, limits = PDF_LIMITS) => {
  const opened = await openPdf(pdf, limits);
  return 'problem' in opened ? opened.problem : null;
};

describe('an opened document', () => {
  test('has its pages counted and the first ones drawn with their text', async () => {
    const opened = await openPdf(pdfOf({ pages: 200 }));
    if ('problem' in opened) throw new Error(opened.problem);
    expect(opened.pages).toBe(200);
    expect(opened.drawn.map(({ width, height }) => [width, height])).toEqual(Array(3).fill([1412, 2000]));
    expect(opened.drawn[0]?.data.some((value) => value < 40)).toBe(true);
  });

  test('keeps its colours, with red first', async () => {
    const opened = await openPdf(pdfOf({ content: '1 0 0 rg 0 0 595 842 re f' }));
    if ('problem' in opened) throw new Error(opened.problem);
    expect([...(opened.drawn[0]?.data.subarray(0, 3) ?? [])]).toEqual([255, 0, 0]);
  });

  test('may have a broken cross-reference', async () => {
    const pdf = pdfOf()
      .toString('latin1')
      .replace(/startxref\n\d+/, 'startxref\n9');
    expect(await problemOf(Buffer.from(pdf, 'latin1'))).toBeNull();
  });

  test.each([
    [1e9, 1e9],
    [14_400, 1],
    [3, 90_000],
  ] as const)('is drawn small when its page claims %d by %d points', async (...size) => {
    const opened = await openPdf(pdfOf({ size }));
    if ('problem' in opened) throw new Error(opened.problem);
    for (const { width, height } of opened.drawn) expect(Math.max(width, height)).toBeLessThanOrEqual(2_000);
  });
});

describe('a document that is refused', () => {
  test.each([
    'rubbish between a header and an end',
    'a script when it opens, under an escaped name',
    'a file attached to it',
    '10,000 pages',
    'no pages',
  ] as const)('has %s', async (name) => {
    const [pdf, problem] = BAD_PDFS[name];
    expect(await problemOf(pdf)).toBe(problem);
  });

  test.each(['', 'secret'])('is locked with the password "%s"', async (password) => {
    expect(await problemOf(await lockedPdf(password))).toBe('encrypted');
  });

  test('was cut off', async () => {
    const cut = Buffer.concat([pdfOf().subarray(0, 200), Buffer.from('\n%%EOF\n')]);
    expect(await problemOf(cut)).toBe('damaged');
  });
});

describe('a document that would exhaust the machine', () => {
  /** Makes a page whose content decompresses to `size` bytes of this text. */
  const bomb = (text: string, size: number): Buffer => {
    const packed = deflateSync(Buffer.alloc(size, text)).toString('latin1');
    const stream = `<< /Filter /FlateDecode /Length ${packed.length} >> stream\n${packed}\nendstream`;
    return pdfOf({ page: '/Contents 6 0 R', objects: [stream] });
  };

  test('is stopped at its memory limit, without affecting this process', async () => {
    const pdf = bomb('0 0 m 9 9 l S ', 600_000_000);
    const before = process.memoryUsage().rss;
    expect(await problemOf(pdf)).toBe('tooHeavy');
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  });

  test('is stopped at its time limit', async () => {
    expect(await problemOf(pdfOf(), { ...PDF_LIMITS, time: 20 })).toBe('tooHeavy');
  });
});
