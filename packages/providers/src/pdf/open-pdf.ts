import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_RULES } from '@gatehouse/domain';
import type { PdfAnswer, PdfLimits } from './child.ts';
import type { PagePixels } from './render.ts';
import { runApart } from './run-apart.ts';
import { inSlot } from './slots.ts';

type PdfProblem = Extract<PdfAnswer, { problem: unknown }>['problem'] | 'tooHeavy';
/** An opened PDF: its number of pages and the first ones as pixels, or its problem. */
export type OpenedPdf = { readonly problem: PdfProblem } | { readonly pages: number; readonly drawn: PagePixels[] };

/** `time` in milliseconds, from the start of the process. */
type Limits = PdfLimits & { readonly time: number };
export const PDF_LIMITS: Limits = {
  memory: 256 * 1024 * 1024,
  time: 20_000,
  mostPages: FILE_RULES.maxPages,
  drawnPages: FILE_RULES.previewPages,
  longestSide: 2_000,
};

/**
 * Opens a PDF in a separate process without environment, with read access to code only, and with limits on memory and
 * time. A vulnerability in a parser then gains nothing.
 *
 * @throws Refusal UNAVAILABLE when too many wait, and an error when the process fails.
 */
export function openPdf(bytes: Uint8Array, limits: Limits = PDF_LIMITS): Promise<OpenedPdf> {
  return inSlot(async () => {
    const { time, ...inside } = limits;
    const { output, killed } = await runApart({
      ...childPaths(),
      argument: JSON.stringify(inside),
      input: bytes,
      time,
    });
    if (killed) return { problem: 'tooHeavy' };
    const end = output.indexOf('\n');
    if (end < 0) throw new Error('The process that opens PDFs ended without an answer.');
    const answer: PdfAnswer = JSON.parse(output.toString('utf8', 0, end));
    return 'problem' in answer
      ? answer
      : { pages: answer.pages, drawn: cut(output.subarray(end + 1), answer.pictures) };
  });
}

/** Splits the pixels into pictures, in the order of the answer. @throws when the length does not match. */
function cut(pixels: Buffer, pictures: readonly { readonly width: number; readonly height: number }[]): PagePixels[] {
  let from = 0;
  const drawn = pictures.map(({ width, height }) => {
    const data = pixels.subarray(from, from + width * height * 3);
    from += data.length;
    return { width, height, data };
  });
  if (from !== pixels.length || drawn.some(({ width, height, data }) => data.length !== width * height * 3))
    throw new Error('The process that opens PDFs sent other pixels than it said.');
  return drawn;
}

const CHILD = 'packages/providers/src/pdf/child.ts';

/**
 * The child's file and the paths it may read. A bundle is not beside its sources, so it finds them from the working
 * directory.
 */
function childPaths(): { main: string; readable: string[] } {
  const here = process.cwd();
  const root = [join(import.meta.dirname, '../../../..'), here, join(here, '../..')].find((folder) =>
    existsSync(/* turbopackIgnore: true */ join(folder, CHILD)),
  );
  if (!root) throw new Error(`${CHILD} is not there: start Gatehouse in its own folder.`);
  const real = (path: string): string => realpathSync(/* turbopackIgnore: true */ join(root, path));
  return { main: real(CHILD), readable: [real('packages/providers'), real('node_modules')] };
}
