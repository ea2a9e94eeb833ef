/** A PDF ends with its marker; what mail programs append after it stays well below this many bytes. */
const TAIL = 1_024;

/** Whether a PDF begins and ends as one. It is asked before a process is started for it, and says nothing of what lies between. */
export function isWholePdf(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return /^%PDF-[12]\.\d/.test(text.toString('latin1', 0, 16)) && text.subarray(-TAIL).includes('%%EOF');
}
