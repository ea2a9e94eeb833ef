import { PDF, rgb } from '@libpdf/core';

/** Parts of a document in PDF syntax: dictionary entries, or whole objects from number 6 on. */
type PdfParts = {
  readonly catalog?: string;
  readonly page?: string;
  readonly trailer?: string;
  readonly objects?: readonly string[];
  /** How often the one page is listed. */
  readonly pages?: number;
  /** The size of the page, in points. */
  readonly size?: readonly [number, number];
  readonly content?: string;
};

const LINES = Array.from(
  { length: 40 },
  (_, line) => `1 0 0 1 50 ${800 - line * 18} Tm (Line ${line} of a letter to read) Tj`,
);
const LETTER = `BT /F1 14 Tf ${LINES.join('\n')} ET`;

/** Writes a PDF of at least 12 KB with a page of text, in which a test can place anything. */
export function pdfOf(parts: PdfParts = {}): Buffer {
  const { catalog = '', page = '', trailer = '', objects = [], pages = 1, size = [595, 842], content = LETTER } = parts;
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${'3 0 R '.repeat(pages)}] /Count ${pages} >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${page} >>`,
    `<< /Length ${content.length} >> stream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...objects,
  ];
  let text = '%PDF-1.7\n';
  const offsets = bodies.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj ${body} endobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  text += `% ${'padding '.repeat(1_536)}\n`;
  const start = text.length;
  text += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  text += `trailer << /Size ${bodies.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/**
 * Encrypts a PDF with a library, with compressed objects. With an empty password anyone can open it, but it is still
 * encrypted.
 */
export async function lockedPdf(userPassword: string): Promise<Buffer> {
  const pdf = PDF.create();
  const page = pdf.addPage();
  for (let line = 0; line < 600; line += 1)
    page.drawRectangle({ x: line % 500, y: line, width: 3, height: 1, color: rgb(0, 0, 0) });
  pdf.setProtection({ userPassword, ownerPassword: 'the owner’s own' });
  return Buffer.from(await pdf.save({ compressionThreshold: Number.POSITIVE_INFINITY }));
}

const RUBBISH = 20_000;

/** Hostile, broken and unsuitable PDFs by name, with the problem of each. */
export const BAD_PDFS = {
  'rubbish between a header and an end': [rubbish(), 'damaged'],
  'a script in its names': [
    pdfOf({
      catalog: '/Names << /JavaScript << /Names [(a) 6 0 R] >> >>',
      objects: ['<< /S /JavaScript /JS (app.alert\\(1\\)) >>'],
    }),
    'active',
  ],
  'a script when it opens, under an escaped name': [
    pdfOf({ catalog: '/Open#41ction << /S /Java#53cript /J#53 (app.alert\\(1\\)) >>' }),
    'active',
  ],
  'a script when its page is shown': [
    pdfOf({ page: '/AA << /O << /S /JavaScript /JS 6 0 R >> >>', objects: ['(app.alert\\(1\\))'] }),
    'active',
  ],
  'a program that it starts': [pdfOf({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }), 'active'],
  'a program that it starts, named by a reference': [
    pdfOf({ catalog: '/OpenAction << /S 6 0 R /F (cmd.exe) >>', objects: ['/Launch'] }),
    'active',
  ],
  'an address that it opens by itself': [
    pdfOf({ catalog: '/OpenAction << /S /URI /URI (https://x.example) >>' }),
    'active',
  ],
  'a form that sends itself': [
    pdfOf({ page: '/Annots [<< /Subtype /Widget /Rect [0 0 9 9] /A << /S /SubmitForm /F (https://x.example) >> >>]' }),
    'active',
  ],
  'a file attached to it': [
    pdfOf({
      catalog: '/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>',
      objects: [
        '<< /Type /Filespec /F (a.exe) /EF << /F 7 0 R >> >>',
        '<< /Type /EmbeddedFile /Length 2 >> stream\nMZ\nendstream',
      ],
    }),
    'attachments',
  ],
  'a file attached to its page': [
    pdfOf({ page: '/Annots [<< /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /F (a) >> >>]' }),
    'attachments',
  ],
  'a form that only some programs show': [
    pdfOf({ catalog: '/AcroForm << /Fields [] /XFA 6 0 R >>', objects: ['<< /Length 5 >> stream\n<xdp>\nendstream'] }),
    'dynamicForm',
  ],
  '10,000 pages': [pdfOf({ pages: 10_000 }), 'tooManyPages'],
  'no pages': [pdfOf({ pages: 0 }), 'damaged'],
} as const satisfies Record<string, readonly [Buffer, string]>;

function rubbish(): Buffer {
  const noise = Buffer.from(Array.from({ length: RUBBISH }, (_, index) => (index * 7_919) % 251));
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), noise, Buffer.from('\n%%EOF\n')]);
}
