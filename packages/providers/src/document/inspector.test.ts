import { FILE_RULES } from '@gatehouse/domain';
import sharp from 'sharp';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { specimenDocument } from '../specimen/specimen.ts';
import { pdfOf, pngClaiming } from '../testing/index.ts';
import { inspectFile } from './inspect.ts';
import { fileInspector } from './inspector.ts';

// Each PDF is opened in its own process, which is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let passport: Uint8Array;
beforeAll(async () => {
  passport = await specimenDocument();
});
const inspect = (bytes: Uint8Array) => fileInspector.inspect(bytes);
const padding = Buffer.alloc(FILE_RULES.minBytes);

describe('the stored image', () => {
  test('is the picture without metadata', async () => {
    const exif = { IFD0: { Artist: 'CANARY', Copyright: 'CANARY' } };
    const tagged = await sharp(passport).withExif(exif).toBuffer();
    expect(Buffer.from(tagged).includes('CANARY')).toBe(true);
    const { bytes, ...kept } = await inspect(tagged);
    expect(kept).toEqual({ type: 'image/jpeg', width: 1475, height: 1074, preview: null, warnings: [] });
    expect(Buffer.from(bytes).includes('CANARY')).toBe(false);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  });

  test('contains no appended data', async () => {
    const { bytes } = await inspect(Buffer.concat([passport, Buffer.from('<script>CANARY</script>')]));
    expect(Buffer.from(bytes).includes('CANARY')).toBe(false);
  });

  test('is turned upright', async () => {
    const turned = await sharp(passport).withMetadata({ orientation: 6 }).toBuffer();
    expect(await inspect(turned)).toMatchObject({ width: 1074, height: 1475 });
  });

  test('is scaled to 4000 pixels and accepted again', async () => {
    const large = await sharp(passport).resize(6_000).jpeg({ quality: 70 }).toBuffer();
    const { bytes, width } = await inspect(large);
    expect(width).toBe(4_000);
    expect((await inspectFile(bytes)).problem).toBeNull();
  });

  test('is a JPEG when a PNG would be too large', async () => {
    // Noise cannot be compressed: in grey it is just small enough, in colour it is too large.
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const image = sharp({ create: { width: 3_000, height: 3_000, channels: 3, background: 'white', noise } });
    const png = await image.extractChannel(0).png({ compressionLevel: 1 }).toBuffer();
    expect(png.length).toBeLessThan(FILE_RULES.maxBytes);
    const kept = await inspect(png);
    expect(kept.type).toBe('image/jpeg');
    expect(kept.bytes.length).toBeLessThan(FILE_RULES.maxBytes);
  }, 20_000);

  test('is refused when it is too small without its padding', async () => {
    const small = await sharp(passport).resize(260).jpeg({ quality: 10 }).toBuffer();
    await expect(inspect(Buffer.concat([small, padding]))).rejects.toMatchObject({ code: 'UNSUPPORTED_FILE' });
  });
});

test('a PDF is stored unchanged with a picture of its first pages', async () => {
  const pdf = pdfOf({ pages: 5 });
  const { preview, ...kept } = await inspect(pdf);
  const size = { width: 1412, height: 3 * 2_000 + 2 * 24 };
  expect(kept).toEqual({ type: 'application/pdf', bytes: pdf, ...size, warnings: [] });
  expect(preview?.pages).toBe(5);
  expect(await sharp(preview?.picture).metadata()).toMatchObject({ format: 'jpeg', ...size });
});

test('a PDF with blank pages is accepted with a warning', async () => {
  expect((await inspect(pdfOf({ content: ' ' }))).warnings).toEqual(['blank']);
});

describe('a warning', () => {
  test.each(['blurred', 'blank'] as const)('says that it is %s, and the picture is stored', async (flaw) => {
    const kept = await inspect(await specimenDocument({ flaw }));
    expect(kept.warnings).toEqual([flaw]);
    expect(kept.bytes.length).toBeGreaterThan(FILE_RULES.minBytes);
  });

  test('says that it is dark', async () => {
    const dim = await sharp(passport).linear(0.25, 0).jpeg({ quality: 95 }).toBuffer();
    expect((await inspect(dim)).warnings).toEqual(['dark']);
  });
});

describe('refused', () => {
  test.each([
    ['HTML', 'UNSUPPORTED_FILE', () => Buffer.concat([Buffer.from('<!doctype html>'), padding])],
    ['a small file', 'UNSUPPORTED_FILE', () => passport.subarray(0, 5_000)],
    ['a large file', 'TOO_LARGE', () => Buffer.concat([passport, Buffer.alloc(FILE_RULES.maxBytes)])],
    ['too many pixels', 'TOO_LARGE', () => pngClaiming(30_000, 30_000)],
    ['a truncated photo', 'UNSUPPORTED_FILE', () => passport.subarray(0, passport.length / 2)],
    [
      'an encrypted PDF',
      'UNSUPPORTED_FILE',
      () => pdfOf({ trailer: '/Encrypt << /Filter /Standard /V 1 /R 2 /P -1 >>' }),
    ],
  ])('%s, as %s and with a message', async (_name, code, bytes) => {
    await expect(inspect(bytes())).rejects.toMatchObject({
      name: 'Refusal',
      code,
      message: expect.stringMatching(/^The .*\.$/),
    });
  });
});
