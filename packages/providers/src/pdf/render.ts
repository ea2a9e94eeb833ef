import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** A page as pixels of three bytes (red, green, blue), row by row. */
export type PagePixels = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** An opened document. Sizes are in pixels. */
export type Opened = { readonly pages: number; pixels(page: number, longestSide: number): PagePixels };
export type CannotOpen = 'encrypted' | 'damaged';

/** PDFium's constants (fpdfview.h): the password error, a bitmap of three bytes per pixel, and the rendering flags. */
const PASSWORD = 4;
const BGR = 2;
const DRAW = { annotations: 0x01, redFirst: 0x10 };
const WHITE = 0xffffffff;

/**
 * Starts PDFium. As WebAssembly it can access neither disk nor network. @throws when the installation is incomplete.
 */
export async function startPdfium(): Promise<(bytes: Uint8Array) => Opened | CannotOpen> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const library = await init({ wasmBinary: wasm });
  library.PDFiumExt_Init();
  return (bytes) => {
    const at = library.pdfium.wasmExports.malloc(bytes.length);
    if (!at) throw new Error('There is no memory for the document.');
    memoryOf(library).set(bytes, at);
    const document = library.FPDF_LoadMemDocument(at, bytes.length, '');
    if (!document) return library.FPDF_GetLastError() === PASSWORD ? 'encrypted' : 'damaged';
    if (library.EPDF_IsEncrypted(document)) return 'encrypted';
    return {
      pages: library.FPDF_GetPageCount(document),
      pixels: (page, longestSide) => draw(library, document, page, longestSide),
    };
  };
}

/**
 * The library's memory, read anew for each use because it moves when it grows. The library's types do not declare it.
 */
const memoryOf = ({ pdfium }: WrappedPdfiumModule): Uint8Array => (pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8;

function draw(library: WrappedPdfiumModule, document: number, index: number, longestSide: number): PagePixels {
  const page = library.FPDF_LoadPage(document, index);
  if (!page) throw new Error('A page cannot be loaded.');
  const [across, down] = [library.FPDF_GetPageWidthF(page), library.FPDF_GetPageHeightF(page)];
  if (!(across > 0 && down > 0)) throw new Error('A page has no size.');
  // Scaling limits the picture whatever size a page claims. A width divisible by four leaves no padding at the end of a
  // row.
  const scale = longestSide / Math.max(across, down);
  const width = Math.max(4, Math.round((across * scale) / 4) * 4);
  const height = Math.max(1, Math.round(down * scale));
  const bitmap = library.FPDFBitmap_CreateEx(width, height, BGR, 0, 0);
  if (!bitmap) throw new Error('There is no memory for a page.');
  library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, DRAW.annotations | DRAW.redFirst);
  const from = library.FPDFBitmap_GetBuffer(bitmap);
  const data = memoryOf(library).slice(from, from + width * height * 3);
  library.FPDFBitmap_Destroy(bitmap);
  library.FPDF_ClosePage(page);
  return { width, height, data };
}
