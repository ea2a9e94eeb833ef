/** A greyscale picture with one byte per pixel. */
export type Grey = { readonly data: Uint8Array; readonly width: number; readonly height: number };

/**
 * The thresholds, calibrated on specimens and phone photos that are scaled to `side` pixels and softened by `soften`,
 * so that grain does not count as detail. Measured this way, sharp pictures have a sharpness of 0.15 to 0.35, pictures
 * out of focus by 2 pixels 0.02 to 0.05, by 3 pixels 0.007 to 0.027, and with 13 pixels of motion 0.017.
 */
export const QUALITY = {
  side: 1_000,
  soften: 1,
  tile: 32,
  /** A tile whose brightness has at least this variance shows something. */
  detail: 100,
  /** A picture is blank when a smaller share of its tiles shows something. */
  blankBelow: 0.02,
  blurredBelow: 0.02,
  /** A picture is dark when its lightest tenth is below this, of 255, because documents are mostly light paper. */
  darkBelow: 80,
} as const;

export type Quality = { readonly detail: number; readonly sharpness: number; readonly brightness: number };

/**
 * Measures how much of a picture shows something, and how sharp that is. Sharpness is the variance of the second
 * derivative, which grows with sharp edges, divided by the variance of the brightness, which makes it independent of
 * light and contrast. It is measured per tile, because most of a photo of a document is table, and the ninth decile
 * represents the sharpest part. Both directions are measured and the worse one counts, because motion blurs only one.
 */
export function measureQuality(picture: Grey): Quality {
  const across: number[] = [];
  const down: number[] = [];
  const means: number[] = [];
  for (let top = 1; top + QUALITY.tile < picture.height; top += QUALITY.tile)
    for (let left = 1; left + QUALITY.tile < picture.width; left += QUALITY.tile) {
      const tile = measureTile(picture, left, top);
      means.push(tile.mean);
      if (tile.variance < QUALITY.detail) continue;
      across.push(tile.across / tile.variance);
      down.push(tile.down / tile.variance);
    }
  return {
    detail: means.length === 0 ? 0 : across.length / means.length,
    sharpness: Math.min(ninthDecile(across), ninthDecile(down)),
    brightness: ninthDecile(means),
  };
}

export const isBlank = ({ detail }: Quality): boolean => detail < QUALITY.blankBelow;
export const isBlurred = (quality: Quality): boolean => !isBlank(quality) && quality.sharpness < QUALITY.blurredBelow;
export const isDark = ({ brightness }: Quality): boolean => brightness < QUALITY.darkBelow;

function measureTile({ data, width }: Grey, left: number, top: number) {
  let sum = 0;
  let squares = 0;
  let across = 0;
  let down = 0;
  // Every index is inside the picture, because the caller leaves a margin of one pixel.
  const at = (index: number): number => data[index] ?? 0;
  for (let y = top; y < top + QUALITY.tile; y += 1)
    for (let x = left; x < left + QUALITY.tile; x += 1) {
      const index = y * width + x;
      const value = at(index);
      sum += value;
      squares += value * value;
      across += (2 * value - at(index - 1) - at(index + 1)) ** 2;
      down += (2 * value - at(index - width) - at(index + width)) ** 2;
    }
  const count = QUALITY.tile ** 2;
  return {
    mean: sum / count,
    variance: squares / count - (sum / count) ** 2,
    across: across / count,
    down: down / count,
  };
}

function ninthDecile(values: number[]): number {
  values.sort((one, other) => one - other);
  return values[Math.min(values.length - 1, Math.floor(values.length * 0.9))] ?? 0;
}
