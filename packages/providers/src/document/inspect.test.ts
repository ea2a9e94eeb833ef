import { FILE_RULES } from '@gatehouse/domain';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { specimenDocument } from '../specimen/specimen.ts';
import { pdfOf, pngClaiming } from '../testing/index.ts';
import { inspectFile, inspectImage } from './inspect.ts';

// Each PDF is opened in its own process, which is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let passport: Uint8Array;
beforeAll(async () => {
  passport = await specimenDocument();
});

const problemOf = async (bytes: Uint8Array) => (await inspectFile(bytes)).problem;
/** Pads a text to the smallest accepted size. */
const padded = (text: string) => Buffer.from(text.padEnd(FILE_RULES.minBytes + 1, ' '), 'latin1');

describe('a file that is accepted', () => {
  test('is a photo as JPEG', async () => {
    expect(await inspectFile(passport)).toEqual({
      type: 'image/jpeg',
      width: 1475,
      height: 1074,
      blank: false,
      blurred: false,
      dark: false,
      pdf: null,
      problem: null,
    });
  });

  test.each([
    ['PNG with transparency', (image: Sharp) => image.ensureAlpha(0.9).png()],
    ['PNG of 16 bits', (image: Sharp) => image.toColourspace('rgb16').png()],
    ['JPEG in CMYK', (image: Sharp) => image.toColourspace('cmyk').jpeg()],
    ['JPEG in grey', (image: Sharp) => image.greyscale().jpeg()],
  ])('is a %s', async (_kind, encode) => {
    expect(await problemOf(await encode(sharp(passport).resize(700)).toBuffer())).toBeNull();
  });

  test('is a PDF, judged by the picture of its first page', async () => {
    const found = await inspectFile(pdfOf({ pages: 12 }));
    expect(found).toMatchObject({ type: 'application/pdf', width: 1412, height: 2000, blank: false, problem: null });
    expect(found.pdf).toMatchObject({ pages: 12, drawn: [{}, {}, {}] });
  });
});

describe('by its content and not by its name', () => {
  const brand = (name: string) =>
    Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${name}\0\0\0\0mif1heic`), padded('')]);
  test.each([
    ['HTML', padded('<!doctype html><script>alert(1)</script>')],
    ['SVG', padded('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>')],
    ['HEIC', brand('heic')],
    ['AVIF', brand('avif')],
    ['a program', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), padded('')])],
    ['an archive', Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), padded('')])],
    ['text', padded('hello')],
    ['zeros', Buffer.alloc(20_000)],
  ])('%s is not supported', async (_name, bytes) => {
    expect(await inspectFile(bytes)).toMatchObject({ type: null, problem: 'unsupported' });
  });

  test.each(['webp', 'gif', 'tiff'] as const)('%s is not supported', async (format) => {
    const bytes = await sharp(passport).toFormat(format).toBuffer();
    expect(await problemOf(Buffer.concat([bytes, padded('')]))).toBe('unsupported');
  });

  test('a JPEG followed by HTML is a JPEG', async () => {
    expect(await problemOf(Buffer.concat([passport, padded('<script>alert(1)</script>')]))).toBeNull();
  });
});

describe('size', () => {
  test('in bytes, from 10 KB to 10 MB', async () => {
    expect(await problemOf(passport.subarray(0, FILE_RULES.minBytes - 1))).toBe('tooFewBytes');
    expect(await problemOf(new Uint8Array())).toBe('tooFewBytes');
    const extended = (bytes: number) => Buffer.concat([passport, Buffer.alloc(bytes - passport.length)]);
    expect(await problemOf(extended(FILE_RULES.maxBytes))).toBeNull();
    expect(await problemOf(extended(FILE_RULES.maxBytes + 1))).toBe('tooManyBytes');
  });

  test.each([
    [200, 200, null],
    [199, 400, 'tooFewPixels'],
    [400, 199, 'tooFewPixels'],
  ])('of %d by %d pixels: %s', async (width, height, problem) => {
    const bytes = await sharp(passport).resize(width, height, { fit: 'fill' }).png({ compressionLevel: 0 }).toBuffer();
    expect(await problemOf(bytes)).toBe(problem);
  });

  test.each([
    [30_000, 30_000],
    [60_000_001, 200],
  ])('of %d by %d pixels is refused before decoding', async (width, height) => {
    const before = process.memoryUsage().rss;
    expect(await inspectFile(pngClaiming(width, height))).toMatchObject({ width, height, problem: 'tooManyPixels' });
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  test('of nearly the largest allowed number of pixels is decoded in little memory', async () => {
    const large = await sharp(passport).resize(8_900, 6_480, { fit: 'fill' }).jpeg({ quality: 40 }).toBuffer();
    const before = process.memoryUsage().rss;
    expect(await inspectImage(large)).toMatchObject({ width: 8_900, height: 6_480 });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  }, 30_000);
});

describe('a damaged file', () => {
  test.each([0.3, 0.6, 0.95])('cut off after %d of its bytes', async (share) => {
    expect(await problemOf(passport.subarray(0, passport.length * share))).toBe('damaged');
  });

  test('cut off, as PNG', async () => {
    const png = await sharp(passport).png().toBuffer();
    expect(await problemOf(png.subarray(0, png.length / 2))).toBe('damaged');
  });

  test('with a header and nothing behind it', async () => {
    expect(await problemOf(pngClaiming(800, 600))).toBe('damaged');
    expect(await problemOf(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), padded('')]))).toBe('damaged');
  });

  test('a PDF that is cut off', async () => {
    expect(await problemOf(pdfOf().subarray(0, -100))).toBe('damaged');
  });

  test('a PDF whose pages show nothing is blank', async () => {
    expect(await inspectFile(pdfOf({ content: ' ' }))).toMatchObject({ blank: true, problem: 'blank' });
  });
});

test('inspectImage ignores the size in bytes and accepts only images', async () => {
  const small = await sharp(passport).resize(300).jpeg({ quality: 30 }).toBuffer();
  expect(small.length).toBeLessThan(FILE_RULES.minBytes);
  expect((await inspectImage(small)).problem).toBeNull();
  expect(await inspectImage(pdfOf())).toMatchObject({ type: 'application/pdf', problem: 'unsupported' });
});
