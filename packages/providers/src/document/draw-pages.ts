import sharp from 'sharp';
import type { PagePixels } from '../pdf/render.ts';

/** Between two pages, in pixels and as a colour. */
const GAP = 24;
const GROUND = '#d4d4d8';
const QUALITY = 82;

/** One picture of several pages, one below the other, as JPEG. Sizes are in pixels. */
export async function drawPages(
  pages: readonly PagePixels[],
): Promise<{ picture: Uint8Array; width: number; height: number }> {
  const width = Math.max(...pages.map((page) => page.width));
  const height = pages.reduce((sum, page) => sum + page.height, GAP * (pages.length - 1));
  let top = 0;
  const placed = pages.map(({ data, ...size }) => {
    const place = { left: Math.floor((width - size.width) / 2), top };
    top += size.height + GAP;
    return {
      input: Buffer.from(data.buffer, data.byteOffset, data.length),
      raw: { ...size, channels: 3 as const },
      ...place,
    };
  });
  const canvas = sharp({ create: { width, height, channels: 3, background: GROUND } });
  const picture = await canvas.composite(placed).jpeg({ quality: QUALITY }).toBuffer();
  return { picture: new Uint8Array(picture), width, height };
}
