import type { FileProblem } from './file-problems.ts';

/** A PDF ends with its marker; what mail programs append after it stays well below this many bytes. */
const TAIL = 1_024;

/**
 * What is wrong with a PDF, as far as it can be told without rendering it: its header, its end, and whether it is
 * encrypted. A trailer names its encryption in plain bytes even where all else is compressed (ISO 32000-1, 7.5.8.2).
 */
export function pdfProblem(bytes: Uint8Array): FileProblem | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!/^%PDF-[12]\.\d/.test(text)) return 'damaged';
  if (!text.slice(-TAIL).includes('%%EOF')) return 'damaged';
  if (/\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(text)) return 'encrypted';
  return null;
}
