import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { startPdfium } from './render.ts';
import { type Unwanted, unwantedIn } from './structure.ts';

// The process that opens a PDF: its bytes come by standard input, and one line of JSON and the pages' pixels go out. It
// has no environment, may read nothing but code, and is ended by who started it when it takes too long.

/** What stands in the first line: what is wrong with the document, or how many pages it has and which pictures follow. */
export type PdfAnswer =
  | { readonly problem: 'damaged' | 'tooManyPages' | Unwanted }
  | { readonly pages: number; readonly pictures: readonly { readonly width: number; readonly height: number }[] };

/** How a document is opened: what the process may take, in bytes, and what is drawn, in pages and in pixels. */
export type PdfLimits = {
  readonly memory: number;
  readonly mostPages: number;
  readonly drawnPages: number;
  readonly longestSide: number;
};

/** Writes the answer to the document that comes by standard input. @throws only for what is wrong with the installation. */
async function main(limits: PdfLimits): Promise<void> {
  endAbove(limits.memory);
  const open = await startPdfium();
  const bytes = await buffer(process.stdin);
  // What the parsers throw is about the document: they have started well.
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

/** Ends this process when it takes more memory. A thread sees to it, for a document may keep the main one busy. */
function endAbove(bytes: number): void {
  const code = `setInterval(() => process.memoryUsage.rss() > ${bytes} && process.kill(process.pid, 'SIGKILL'), 5)`;
  new Worker(code, { eval: true }).unref();
}

await main(JSON.parse(process.argv[2] ?? '{}'));
process.exit(0);
