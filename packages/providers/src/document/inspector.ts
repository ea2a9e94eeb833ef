import { FILE_RULES, type FileInspector, type FileType, type QualityWarning, Refusal } from '@gatehouse/domain';
import sharp, { type Sharp } from 'sharp';
import type { PagePixels } from '../pdf/render.ts';
import { FILE_PROBLEMS, type FileProblem } from './file-problems.ts';
import { type Inspection, inspectFile } from './inspect.ts';

/** Larger pictures are scaled down to this, in pixels. A document is readable at far less. */
const LONGEST_SIDE = 4_000;
const QUALITY = 88;

/**
 * Inspects and cleans an uploaded file. An image is turned upright and re-encoded, which removes metadata and appended
 * data. A PDF is stored unchanged, and people see a picture of its first pages instead.
 *
 * @throws Refusal TOO_LARGE or UNSUPPORTED_FILE, with the message for the customer.
 */
export const fileInspector: FileInspector = {
  async inspect(bytes) {
    const inspection = await inspectFile(bytes);
    const { type, problem, pdf } = inspection;
    if (problem && 'refuse' in FILE_PROBLEMS[problem].upload) throw refusalFor(problem);
    if (type === null) throw refusalFor('unsupported');
    const warnings = warningsOf(inspection);
    if (type !== 'application/pdf') return { ...(await clean(bytes, type)), preview: null, warnings };
    if (!pdf) throw refusalFor('damaged');
    const { picture, ...size } = await drawPages(pdf.drawn);
    return { type, bytes, ...size, preview: { picture, pages: pdf.pages }, warnings };
  },
};

function refusalFor(problem: FileProblem): Refusal {
  const { upload, says } = FILE_PROBLEMS[problem];
  return new Refusal('refuse' in upload ? upload.refuse : 'UNSUPPORTED_FILE', { says });
}

/** The warnings about problems that a better photo solves. A blank picture is not also called dark. */
function warningsOf({ blank, blurred, dark }: Inspection): QualityWarning[] {
  if (blank) return ['blank'];
  return [...(blurred ? (['blurred'] as const) : []), ...(dark ? (['dark'] as const) : [])];
}

async function clean(bytes: Uint8Array, type: Exclude<FileType, 'application/pdf'>) {
  const upright = sharp(bytes, { limitInputPixels: FILE_RULES.maxPixels, failOn: 'error' })
    .autoOrient()
    .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
  const asJpeg = () =>
    encode(upright.clone().flatten({ background: '#ffffff' }).jpeg({ quality: QUALITY }), 'image/jpeg');
  const cleaned = type === 'image/jpeg' ? await asJpeg() : await encode(upright.clone().png(), type);
  // A photo as PNG can grow when it is re-encoded; as JPEG it stays small enough.
  const fitting = cleaned.bytes.byteLength > FILE_RULES.maxBytes ? await asJpeg() : cleaned;
  // Stored files are checked again later by the same rules, so removed padding does not count.
  if (fitting.bytes.byteLength < FILE_RULES.minBytes) throw refusalFor('tooFewBytes');
  return fitting;
}

async function encode(image: Sharp, type: Exclude<FileType, 'application/pdf'>) {
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return { type, bytes: new Uint8Array(data), width: info.width, height: info.height };
}

/** The space between two pages in pixels, its colour, and the JPEG quality of the picture. */
const GAP = 24;
const BACKGROUND = '#d4d4d8';
const PREVIEW_QUALITY = 82;

/** Draws pages one below the other into one JPEG. Sizes are in pixels. */
async function drawPages(
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
  const canvas = sharp({ create: { width, height, channels: 3, background: BACKGROUND } });
  const picture = await canvas.composite(placed).jpeg({ quality: PREVIEW_QUALITY }).toBuffer();
  return { picture: new Uint8Array(picture), width, height };
}
