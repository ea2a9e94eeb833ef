import type { DocumentKind, DocumentSide } from '@gatehouse/domain';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { specimenDocument } from '../specimen/specimen.ts';
import { inspectImage } from './inspect.ts';

const SPECIMENS: [DocumentKind, DocumentSide][] = [
  ['PASSPORT', 'FRONT'],
  ['DRIVING_LICENCE', 'FRONT'],
  ['NATIONAL_ID', 'BACK'],
  ['PROOF_OF_ADDRESS', 'FRONT'],
];

/** A kernel of one row or column of ones: the blur of an even motion in one direction. */
const motion = (length: number, direction: 'across' | 'down') => {
  const line = (on: boolean) => (on ? 1 : 0);
  return direction === 'across'
    ? {
        width: length,
        height: 3,
        kernel: Array.from({ length: 3 * length }, (_, at) => line(Math.floor(at / length) === 1)),
      }
    : { width: 3, height: length, kernel: Array.from({ length: 3 * length }, (_, at) => line(at % 3 === 1)) };
};

describe.each(SPECIMENS)('%s, %s', (kind, side) => {
  let specimen: Uint8Array;
  let long: number;
  beforeAll(async () => {
    specimen = await specimenDocument({ kind, side });
    const { width, height } = await sharp(specimen).metadata();
    long = Math.max(width, height);
  });
  const look = async (change: (image: Sharp) => Sharp) =>
    inspectImage(await change(sharp(specimen)).jpeg({ quality: 84 }).toBuffer());

  test('unchanged is neither blank nor blurred', async () => {
    expect(await look((image) => image)).toMatchObject({ blank: false, blurred: false });
  });

  test('stays readable in little light, in low quality, and in a small size', async () => {
    expect(await look((image) => image.linear(0.5, 0))).toMatchObject({ blank: false, blurred: false });
    expect(await look((image) => image.resize(320))).toMatchObject({ blank: false, blurred: false });
    const poor = await sharp(specimen).jpeg({ quality: 25 }).toBuffer();
    expect(await inspectImage(poor)).toMatchObject({ blank: false, blurred: false });
  });

  test('is dark in almost no light', async () => {
    expect(await look((image) => image)).toMatchObject({ dark: false });
    expect(await look((image) => image.linear(0.5, 0))).toMatchObject({ dark: false });
    expect(await look((image) => image.linear(0.25, 0))).toMatchObject({ dark: true });
  });

  // The blur applies to the size in which the picture is measured, 1000 pixels on its longer side.
  test.each([
    [1, false],
    [3, true],
    [5, true],
    [8, true],
  ])('out of focus by %d pixels: blurred is %s', async (sigma, blurred) => {
    expect(await look((image) => image.blur((sigma * long) / 1000))).toMatchObject({ blank: false, blurred });
  });

  test.each(['across', 'down'] as const)('blurred by motion %s is blurred', async (direction) => {
    const length = Math.round((15 * long) / 1000);
    expect((await look((image) => image.convolve(motion(length, direction)))).blurred).toBe(true);
  });
});

describe('blank', () => {
  /** Makes a picture of 1200 by 900 pixels with the brightness `light` and sensor grain. */
  async function shot(light: (x: number, y: number) => number): Promise<Uint8Array> {
    const [width, height] = [1_200, 900];
    const data = Buffer.alloc(width * height * 3);
    let state = 1;
    for (let at = 0; at < width * height; at += 1) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      const value = light(at % width, Math.floor(at / width)) + ((state >>> 16) % 19) - 9;
      data.fill(Math.max(0, Math.min(255, value)), at * 3, at * 3 + 3);
    }
    return sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg()
      .toBuffer();
  }

  test.each([
    ['white paper', () => 250],
    ['a finger over the lens', () => 6],
    ['grey', () => 128],
    ['light that falls off', (x: number, y: number) => 60 + x / 8 + y / 20],
  ])('%s is blank', async (_name, light) => {
    expect(await inspectImage(await shot(light))).toMatchObject({ blank: true, blurred: false, problem: 'blank' });
  });

  test('the blank specimen is blank, and the blurred one is blurred', async () => {
    expect(await inspectImage(await specimenDocument({ flaw: 'blank' }))).toMatchObject({ problem: 'blank' });
    expect(await inspectImage(await specimenDocument({ flaw: 'blurred' }))).toMatchObject({ problem: 'blurred' });
  });

  test('a document that fills a small part of the picture is not blank', async () => {
    const far = await sharp(await specimenDocument())
      .resize(500)
      .extend({ top: 800, bottom: 800, left: 700, right: 700, background: '#604836' })
      .jpeg()
      .toBuffer();
    expect(await inspectImage(far)).toMatchObject({ blank: false, blurred: false });
  });
});
