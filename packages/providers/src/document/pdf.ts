/** What may follow the end of a PDF: white space and zero padding. */
const PADDING = /^[\s\0]*$/;

/**
 * The signature of a ZIP archive's end record, and how far from the end of the file readers search for it, in bytes.
 */
const ARCHIVE_END = Buffer.from('PK\x05\x06\0\0\0\0', 'latin1');
const ARCHIVE_TAIL = 65_557;

/**
 * Whether a file begins and ends as a PDF and does not also end as a ZIP archive, which readers find from the end. This
 * cheap check comes before a process is started for the file; it does not look at the content.
 */
export function isWholePdf(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A PDF has one end per revision, and a linearized one also near its beginning.
  const end = text.lastIndexOf('%%EOF');
  return (
    /^%PDF-[12]\.\d/.test(text.toString('latin1', 0, 16)) &&
    end >= 0 &&
    PADDING.test(text.toString('latin1', end + '%%EOF'.length)) &&
    !text.subarray(-ARCHIVE_TAIL).includes(ARCHIVE_END)
  );
}
