import type { DocumentKind, DocumentSide } from '@gatehouse/domain';
import sharp, { type Sharp } from 'sharp';
import { type Artwork, artwork } from './artwork.ts';
import { type Pixels, photograph, type Scene, withGrain } from './photograph.ts';
import { seededRandom } from './random.ts';

/** The content of a specimen. Omitted fields are filled in, and the result is always marked SPECIMEN. */
export type SpecimenRequest = {
  readonly kind?: DocumentKind;
  readonly side?: DocumentSide;
  readonly givenNames?: string;
  readonly familyName?: string;
  /** `YYYY-MM-DD`, like `expiryDate`. */
  readonly birthDate?: string;
  readonly expiryDate?: string;
  readonly number?: string;
  /** A photo that will be refused: out of focus, or blank. */
  readonly flaw?: 'blurred' | 'blank';
};

/** The blur, in pixels of standard deviation, and the variation of brightness, of 255. */
const FOCUS = { sharp: 0.6, blurred: 8 };
const GRAIN = 9;
const QUALITY = 84;
/** A blank photo: a finger over the lens. */
const DARK = { r: 58, g: 40, b: 36 };

/**
 * Draws a photo-like JPEG of an invented document: artwork on a table, seen from an angle, with light and grain. The
 * same request gives the same picture. It is for demo data and tests, and resembles no real document.
 */
export async function specimenDocument(request: SpecimenRequest = {}): Promise<Uint8Array> {
  const print = {
    kind: request.kind ?? 'PASSPORT',
    side: request.side ?? 'FRONT',
    givenNames: request.givenNames ?? 'Anna Maria',
    familyName: request.familyName ?? 'Specimen',
    birthDate: request.birthDate ?? '1990-05-17',
    expiryDate: request.expiryDate ?? '2034-05-16',
    number: request.number ?? 'SPEC12345',
  };
  const seed = JSON.stringify(print);
  const flat = artwork(print);
  const scene = sceneFor(flat, seed);
  const seen = request.flaw === 'blank' ? await nothing(scene) : photograph(await draw(flat), scene);
  const focused = await pixelsOf(picture(seen).blur(request.flaw === 'blurred' ? FOCUS.blurred : FOCUS.sharp));
  return new Uint8Array(
    await picture(withGrain(focused, GRAIN, seed))
      .jpeg({ quality: QUALITY })
      .toBuffer(),
  );
}

const draw = ({ svg }: Artwork): Promise<Pixels> =>
  pixelsOf(sharp(Buffer.from(svg)).flatten({ background: '#604836' }));

const nothing = ({ width, height }: Scene): Promise<Pixels> =>
  pixelsOf(sharp({ create: { width, height, channels: 3, background: DARK } }));

const picture = ({ data, width, height }: Pixels) => sharp(data, { raw: { width, height, channels: 3 } });

async function pixelsOf(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** A frame slightly larger than the paper, with each corner slightly off, like a photo from a hand-held phone. */
function sceneFor({ width, height }: Artwork, seed: string): Scene {
  const random = seededRandom(seed);
  const off = () => 0.05 + random() * 0.05;
  return {
    width: Math.round(width * 1.18),
    height: Math.round(height * 1.22),
    corners: [
      [off() + 0.02, off() + 0.02],
      [1 - off(), off()],
      [1 - off() + 0.02, 1 - off()],
      [off() - 0.02, 1 - off() + 0.02],
    ],
  };
}
