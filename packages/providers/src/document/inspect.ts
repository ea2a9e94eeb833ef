import { FILE_RULES, type FileType } from '@gatehouse/domain';
import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import { openPdf } from '../pdf/open-pdf.ts';
import type { PagePixels } from '../pdf/render.ts';
import type { FileProblem } from './file-problems.ts';
import { isWholePdf } from './pdf.ts';
import { isBlank, isBlurred, isDark, measureQuality, QUALITY } from './quality.ts';

/** The result of inspecting a file. `problem` is the first problem found, or null. */
export type Inspection = {
  readonly type: FileType | null;
  /** In pixels, for a PDF those of its first page; null when the file could not be opened. */
  readonly width: number | null;
  readonly height: number | null;
  readonly blank: boolean;
  readonly blurred: boolean;
  /** Too little light. It causes a warning, but is not a problem while the picture is sharp. */
  readonly dark: boolean;
  /** The number of a PDF's pages, and the first ones as pixels. Null for an image. */
  readonly pdf: { readonly pages: number; readonly drawn: readonly PagePixels[] } | null;
  readonly problem: FileProblem | null;
};

const NOTHING_KNOWN: Inspection = {
  type: null,
  width: null,
  height: null,
  blank: false,
  blurred: false,
  dark: false,
  pdf: null,
  problem: null,
};

/** The formats that sharp may read, by the type detected from the bytes. */
const FORMATS = { 'image/jpeg': 'jpeg', 'image/png': 'png' } as const;
type ImageType = keyof typeof FORMATS;

/**
 * Inspects an uploaded file: its size, its type by content and never by name, and then the rules for images and PDFs.
 * It never throws because of a file's content, and never decodes more pixels than `FILE_RULES.maxPixels`.
 */
export async function inspectFile(bytes: Uint8Array): Promise<Inspection> {
  if (bytes.byteLength < FILE_RULES.minBytes) return { ...NOTHING_KNOWN, problem: 'tooFewBytes' };
  if (bytes.byteLength > FILE_RULES.maxBytes) return { ...NOTHING_KNOWN, problem: 'tooManyBytes' };
  const type = await typeOf(bytes);
  if (type === 'application/pdf') return inspectPdf(bytes);
  return type === null ? { ...NOTHING_KNOWN, problem: 'unsupported' } : inspectPicture(bytes, type);
}

/** Inspects an image without limits on its size in bytes, for example one that was just re-encoded. */
export async function inspectImage(bytes: Uint8Array): Promise<Inspection> {
  const type = await typeOf(bytes);
  const isImage = type !== null && type !== 'application/pdf';
  return isImage ? inspectPicture(bytes, type) : { ...NOTHING_KNOWN, type, problem: 'unsupported' };
}

async function typeOf(bytes: Uint8Array): Promise<FileType | null> {
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
  return FILE_RULES.types.find((type) => type === found) ?? null;
}

async function inspectPicture(bytes: Uint8Array, type: ImageType): Promise<Inspection> {
  blockUnsafeFormats();
  // This reads only the header, so the number of pixels is checked before any is decoded.
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (header?.format !== FORMATS[type]) return { ...NOTHING_KNOWN, type, problem: 'damaged' };
  const size = { ...NOTHING_KNOWN, type, width: header.width, height: header.height };
  if (header.width * header.height > FILE_RULES.maxPixels) return { ...size, problem: 'tooManyPixels' };
  if (Math.min(header.width, header.height) < FILE_RULES.minPixels) return { ...size, problem: 'tooFewPixels' };
  const look = await qualityOf(sharp(bytes, { limitInputPixels: FILE_RULES.maxPixels, failOn: 'error' })).catch(
    () => null,
  );
  return look ? { ...size, ...look } : { ...size, problem: 'damaged' };
}

/** Judges a PDF as a person sees it, by the picture of its first page that is not blank. */
async function inspectPdf(bytes: Uint8Array): Promise<Inspection> {
  const type = 'application/pdf';
  if (!isWholePdf(bytes)) return { ...NOTHING_KNOWN, type, problem: 'damaged' };
  const pdf = await openPdf(bytes);
  if ('problem' in pdf) return { ...NOTHING_KNOWN, type, problem: pdf.problem };
  const looks = await Promise.all(
    pdf.drawn.map(async (page) => ({ ...sizeOf(page), ...(await qualityOf(asImage(page))) })),
  );
  const look = looks.find(({ blank }) => !blank) ?? looks[0];
  return { ...NOTHING_KNOWN, type, pdf, ...look };
}

const sizeOf = ({ width, height }: PagePixels) => ({ width, height });
const asImage = ({ data, width, height }: PagePixels): Sharp => sharp(data, { raw: { width, height, channels: 3 } });

async function qualityOf(image: Sharp): Promise<Pick<Inspection, 'blank' | 'blurred' | 'dark' | 'problem'>> {
  const quality = measureQuality(await decode(image));
  const [blank, blurred] = [isBlank(quality), isBlurred(quality)];
  return { blank, blurred, dark: isDark(quality), problem: blank ? 'blank' : blurred ? 'blurred' : null };
}

/** Decodes the whole image, which detects truncation, into a small greyscale picture, which limits memory. */
async function decode(image: Sharp) {
  const { data, info } = await image
    .flatten({ background: '#ffffff' })
    .resize(QUALITY.side, QUALITY.side, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('b-w')
    .blur(QUALITY.soften)
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 1) throw new Error(`Expected one channel and got ${info.channels}.`);
  return { data, width: info.width, height: info.height };
}

/**
 * HEIF decoders have a history of vulnerabilities and HEIF is not accepted, so its loader is disabled before sharp
 * reads any byte.
 */
function blockUnsafeFormats(): void {
  sharp.block({ operation: ['VipsForeignLoadHeif'] });
}
