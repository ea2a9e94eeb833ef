export { BAD_PDFS, lockedPdf, pdfOf } from './pdf.ts';
export { pngClaiming } from './png.ts';
