import { seededRandom } from './random.ts';

type Point = readonly [number, number];

/** A picture in RGB without padding. */
export type Pixels = { readonly data: Uint8Array; readonly width: number; readonly height: number };

/**
 * The photo's size, and the positions of the paper's corners as fractions of it: top left, top right, bottom right,
 * bottom left.
 */
export type Scene = {
  readonly width: number;
  readonly height: number;
  readonly corners: readonly [Point, Point, Point, Point];
};

/** Renders a flat document on a table from an angle, with perspective and light that falls off to one side. */
export function photograph(paper: Pixels, scene: Scene): Pixels {
  const { width, height } = scene;
  const data = new Uint8Array(width * height * 3);
  const toPaper = unproject(scene);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [u, v] = toPaper(x, y);
      const light = 1.06 - 0.22 * (x / width) - 0.12 * (y / height);
      const onPaper = u >= 0 && u < 1 && v >= 0 && v < 1;
      for (let channel = 0; channel < 3; channel += 1) {
        const colour = onPaper ? sample(paper, u, v, channel) : table(x, y, channel);
        data[(y * width + x) * 3 + channel] = clamp(colour * light);
      }
    }
  return { data, width, height };
}

/** Adds sensor grain, equal in all three channels of a pixel. `strength` is the variation of brightness, of 255. */
export function withGrain(picture: Pixels, strength: number, seed: string): Pixels {
  const random = seededRandom(seed);
  const data = new Uint8Array(picture.data);
  for (let at = 0; at < data.length; at += 3) {
    const grain = (random() + random() - 1) * strength;
    for (let channel = at; channel < at + 3; channel += 1) data[channel] = clamp((data[channel] ?? 0) + grain);
  }
  return { ...picture, data };
}

const clamp = (value: number): number => Math.max(0, Math.min(255, value));

/** Dark wood: a slow wave with a fine one over it. */
function table(x: number, y: number, channel: number): number {
  const wood = 18 * Math.sin(y / 37 + 2 * Math.sin(x / 310)) + 7 * Math.sin(y / 5 + x / 90);
  return ([96, 72, 54][channel] ?? 0) + wood;
}

/** Samples the paper's colour with bilinear interpolation. */
function sample({ data, width, height }: Pixels, u: number, v: number, channel: number): number {
  const [x, y] = [u * (width - 1), v * (height - 1)];
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, bottom] = [Math.min(left + 1, width - 1), Math.min(top + 1, height - 1)];
  const pixel = (px: number, py: number) => data[(py * width + px) * 3 + channel] ?? 0;
  const upper = pixel(left, top) + (pixel(right, top) - pixel(left, top)) * (x - left);
  const lower = pixel(left, bottom) + (pixel(right, bottom) - pixel(left, bottom)) * (x - left);
  return upper + (lower - upper) * (y - top);
}

/**
 * Maps a pixel of the photo to the paper's unit square. Four corners define the projective map from the square to the
 * photo (Heckbert 1989, section 2.2.3); its adjugate is the inverse map.
 */
function unproject({ width, height, corners }: Scene): (x: number, y: number) => Point {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = corners.map(([x, y]) => [
    x * width,
    y * height,
  ]) as unknown as Scene['corners'];
  const [dx1, dx2, dx3] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3];
  const [dy1, dy2, dy3] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3];
  const det = dx1 * dy2 - dx2 * dy1;
  const [g, h] = [(dx3 * dy2 - dx2 * dy3) / det, (dx1 * dy3 - dx3 * dy1) / det];
  const [a, b, c] = [x1 - x0 + g * x1, x3 - x0 + h * x3, x0];
  const [d, e, f] = [y1 - y0 + g * y1, y3 - y0 + h * y3, y0];
  return (x, y) => {
    const scale = (d * h - e * g) * x + (b * g - a * h) * y + (a * e - b * d);
    const u = (e - f * h) * x + (c * h - b) * y + (b * f - c * e);
    const v = (f * g - d) * x + (a - c * g) * y + (c * d - a * f);
    return [u / scale, v / scale];
  };
}
