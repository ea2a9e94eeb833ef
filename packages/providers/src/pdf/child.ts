import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { startPdfium } from './render.ts';
import { type Unwanted, unwantedIn } from './structure.ts';

// The process that opens a PDF. It reads the bytes from standard input and writes one line of JSON and the pages'
// pixels. It has no environment, may read only code, and is killed by its parent when it takes too long.

/** The first line: the problem of the document, or its number of pages and the sizes of the pictures that follow. */
export type PdfAnswer =
  | { readonly problem: 'damaged' | 'tooManyPages' | Unwanted }
  | { readonly pages: number; readonly pictures: readonly { readonly width: number; readonly height: number }[] };

/** The limits: the process's memory in bytes, and what is drawn, in pages and pixels. */
export type PdfLimits = {
  readonly memory: number;
  readonly mostPages: number;
  readonly drawnPages: number;
  readonly longestSide: number;
};

/** Answers about the document from standard input. @throws only when the installation is broken. */
async function main(limits: PdfLimits): Promise<void> {
  endAbove(limits.memory);
  const open = await startPdfium();
  const bytes = await buffer(process.stdin);
  // The parsers have started, so their errors are about the document.
  const { answer, pixels } = await look(bytes, open, limits).catch(() => refuse('damaged'));
  await write(`${JSON.stringify(answer)}\n`);
  for (const data of pixels) await write(data);
}

type Open = Awaited<ReturnType<typeof startPdfium>>;
type Look = { readonly answer: PdfAnswer; readonly pixels: readonly Uint8Array[] };
const refuse = (problem: Extract<PdfAnswer, { problem: unknown }>['problem']): Look => ({
  answer: { problem },
  pixels: [],
});

async function look(bytes: Uint8Array, open: Open, limits: PdfLimits): Promise<Look> {
  const document = open(bytes);
  if (typeof document === 'string') return refuse(document);
  if (document.pages < 1) return refuse('damaged');
  if (document.pages > limits.mostPages) return refuse('tooManyPages');
  const unwanted = await unwantedIn(bytes);
  if (unwanted) return refuse(unwanted);
  const drawn = Array.from({ length: Math.min(document.pages, limits.drawnPages) }, (_, page) =>
    document.pixels(page, limits.longestSide),
  );
  const pictures = drawn.map(({ width, height }) => ({ width, height }));
  return { answer: { pages: document.pages, pictures }, pixels: drawn.map(({ data }) => data) };
}

function write(what: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => process.stdout.write(what, () => resolve()));
}

/** Ends this process when it takes more memory. A thread does it, because a document may keep the main thread busy. */
function endAbove(bytes: number): void {
  const code = `setInterval(() => process.memoryUsage.rss() > ${bytes} && process.kill(process.pid, 'SIGKILL'), 5)`;
  new Worker(code, { eval: true }).unref();
}

await main(JSON.parse(process.argv[2] ?? '{}'));
process.exit(0);
