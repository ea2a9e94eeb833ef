/** What may follow the end of a PDF: white space, and what transfers fill a file up with. */
const PADDING = /^[\s\0]*$/;

/** How an archive's own end begins, and how far before the end of the file its readers look for it, in bytes. */
const ARCHIVE_END = Buffer.from('PK\x05\x06\0\0\0\0', 'latin1');
const ARCHIVE_TAIL = 65_557;

/**
 * Whether a PDF begins and ends as one, and ends as nothing else: an archive behind it or around it would be read from
 * the end. It is asked before a process is started for it, and says nothing of what lies between.
 */
export function isWholePdf(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A PDF that was changed has one end for each revision, and one made for the web has one near its beginning.
  const end = text.lastIndexOf('%%EOF');
  return (
    /^%PDF-[12]\.\d/.test(text.toString('latin1', 0, 16)) &&
    end >= 0 &&
    PADDING.test(text.toString('latin1', end + '%%EOF'.length)) &&
    !text.subarray(-ARCHIVE_TAIL).includes(ARCHIVE_END)
  );
}
