import { FILE_RULES, type FileInspector, type FileType, type QualityWarning, Refusal } from '@gatehouse/domain';
import sharp, { type Sharp } from 'sharp';
import { drawPages } from './draw-pages.ts';
import { FILE_PROBLEMS, type FileProblem } from './file-problems.ts';
import { type Inspection, inspectFile } from './inspect.ts';

/** A document is readable far below this; what is above it is brought down, so that a phone's photo stays small. In pixels. */
const LONGEST_SIDE = 4_000;
const QUALITY = 88;

/**
 * Looks at a file when it arrives, and cleans it: an image is turned upright and encoded again, so that neither metadata
 * nor anything hidden behind the picture is kept. A PDF is kept as it came, and
 * people are shown a picture of its first pages instead.
 *
 * @throws Refusal TOO_LARGE or UNSUPPORTED_FILE, with the sentence for the customer.
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
  const { upload, sentence } = FILE_PROBLEMS[problem];
  return new Refusal('refuse' in upload ? upload.refuse : 'UNSUPPORTED_FILE', sentence);
}

/** What a better photo would solve. A picture of nothing is not called dark as well. */
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
  // A photo as PNG can grow when it is encoded again; as JPEG it stays within what is accepted.
  const fitting = cleaned.bytes.byteLength > FILE_RULES.maxBytes ? await asJpeg() : cleaned;
  // What is stored is checked again later and must hold to the same rules; padding that was taken away does not count.
  if (fitting.bytes.byteLength < FILE_RULES.minBytes) throw refusalFor('tooFewBytes');
  return fitting;
}

async function encode(image: Sharp, type: Exclude<FileType, 'application/pdf'>) {
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return { type, bytes: new Uint8Array(data), width: info.width, height: info.height };
}
