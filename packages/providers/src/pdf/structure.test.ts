import { expect, test } from 'vitest';
import { BAD_PDFS, lockedPdf, pdfOf } from '../testing/index.ts';
import { unwantedIn } from './structure.ts';

const annotation = (subtype: string) => `/Annots [<< /Rect [0 0 9 9] /Subtype ${subtype} >>]`;

const FOUND = ['active', 'attachments', 'dynamicForm'];

test.each(Object.entries(BAD_PDFS).filter(([, [, problem]]) => FOUND.includes(problem)))(
  '%s is found',
  async (_name, [pdf, problem]) => {
    expect(await unwantedIn(pdf)).toBe(problem);
  },
);

test.each([
  ['a page to jump to', pdfOf({ catalog: '/OpenAction [3 0 R /Fit]' })],
  [
    'a link',
    pdfOf({
      page: '/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://x.example) >> >>]',
    }),
  ],
  ['a page to jump to, as an action', pdfOf({ catalog: '/OpenAction << /S /GoTo /D [3 0 R /Fit] >>' })],
  ['a jump when its page is shown', pdfOf({ page: '/AA << /O << /S 6 0 R /D [3 0 R /Fit] >> >>', objects: ['/GoTo'] })],
  ['a picture that is called AA', pdfOf({ page: '/X << /AA << /Group << /S /Transparency >> >> >>' })],
  ['talk of scripts', pdfOf({ content: 'BT /F1 12 Tf (/Encrypt 9 0 R /JavaScript /JS /Launch) Tj ET' })],
])('%s is allowed', async (_name, pdf) => {
  expect(await unwantedIn(pdf)).toBeNull();
});

test.each([
  'https://x.example/a',
  'HTTP://x.example',
  'mailto:a@x.example',
  'tel:+4420',
  'www.x.example',
  '#page=2',
  '',
])('a link to "%s" is allowed', async (address) => {
  expect(await unwantedIn(pdfOf({ page: annotation(`/Link /A << /S /URI /URI (${address}) >>`) }))).toBeNull();
});

test('encryption is found with any password and any spelling of its name', async () => {
  const open = await lockedPdf('');
  const escaped = Buffer.from(open.toString('latin1').replaceAll('/Encrypt ', '/#45ncrypt '), 'latin1');
  expect(escaped.equals(open)).toBe(false);
  for (const pdf of [await lockedPdf('secret'), open, escaped]) expect(await unwantedIn(pdf)).toBe('encrypted');
});

test('circular objects end, and deeply nested ones are read', async () => {
  expect(await unwantedIn(pdfOf({ catalog: '/A 6 0 R', objects: ['[7 0 R 1 0 R]', '[6 0 R]'] }))).toBeNull();
  const deep = Array.from({ length: 20_000 }, (_, index) => `[${index + 7} 0 R]`);
  const objects = [...deep, '<< /S /Launch >>'];
  expect(await unwantedIn(pdfOf({ catalog: '/A 6 0 R', objects }))).toBe('active');
});

const CLICKED =
  'JavaScript Launch ImportData SubmitForm GoToR GoToE GoTo3DView Thread Rendition RichMediaExecute Movie Sound Hide SetOCGState';
test.each(CLICKED.split(' '))('%s is found on a link, and behind one reference or two', async (action) => {
  for (const name of [`/${action}`, '6 0 R', '7 0 R']) {
    const pdf = pdfOf({ page: annotation(`/Link /A << /S ${name} /F (a) >>`), objects: [`/${action}`, '6 0 R'] });
    expect(await unwantedIn(pdf)).toBe('active');
  }
});

test.each([
  'javascript:app.alert',
  'FILE:///etc/hosts',
  'data:text/html,x',
  'smb://host/share',
  'ms-msdt:/id',
  '\\\\\\\\host\\\\share',
  '//host/share',
  '../../calc.exe',
  ' java\\nscript:x',
  '\\376\\377\\000f\\000i\\000l\\000e\\000:',
])('the address %s is found on a link, before all links, and behind a reference', async (address) => {
  for (const value of [`(${address})`, '6 0 R', '7 0 R']) {
    const objects = [`(${address})`, '6 0 R'];
    const link = pdfOf({ page: annotation(`/Link /A << /S /URI /URI ${value} >>`), objects });
    for (const pdf of [link, pdfOf({ catalog: `/URI << /Base ${value} >>`, objects })])
      expect(await unwantedIn(pdf)).toBe('active');
  }
});

const BY_ITSELF = {
  'an address': '<< /S /URI /URI (https://x.example) >>',
  'an address behind a reference': '<< /S 7 0 R /URI (https://x.example) >>',
  'a command of the program': '<< /S /Named /N /Print >>',
  'a form that empties itself': '<< /S /ResetForm >>',
  'an address after a jump': '<< /S /GoTo /D [3 0 R /Fit] /Next 8 0 R >>',
  'an address among what follows a jump': '<< /S /GoTo /D [3 0 R /Fit] /Next [<< /S /GoTo >> 8 0 R] >>',
};
test.each(Object.entries(BY_ITSELF))('%s is found as an automatic action', async (_name, action) => {
  const objects = [action, '/URI', '<< /S /URI /URI (https://x.example) >>', '6 0 R', `<< /O ${action} /E 9 0 R >>`];
  for (const value of [action, '6 0 R', '9 0 R'])
    for (const pdf of [
      pdfOf({ catalog: `/OpenAction ${value}`, objects }),
      pdfOf({ catalog: `/AA << /WC ${value} >>`, objects }),
      pdfOf({ page: `/AA << /O ${value} >>`, objects }),
      pdfOf({ page: '/AA 10 0 R', objects }),
      pdfOf({ page: annotation(`/Link /AA << /E ${value} >>`), objects }),
      pdfOf({ catalog: `/AcroForm << /Fields [<< /FT /Tx /T (a) /AA << /K ${value} >> >>] >>`, objects }),
    ])
      expect(await unwantedIn(pdf)).toBe('active');
});

test.each(['FileAttachment', 'RichMedia', 'Movie', 'Sound', 'Screen', '3D'])(
  'an annotation of %s is found, and behind one reference or two',
  async (subtype) => {
    for (const name of [`/${subtype}`, '6 0 R', '7 0 R'])
      expect(await unwantedIn(pdfOf({ page: annotation(name), objects: [`/${subtype}`, '6 0 R'] }))).toBe(
        'attachments',
      );
  },
);

test.each(['/F (a.bin)', '/Subtype /Form /BBox [0 0 9 9] /Ref << /F (a.pdf) /Page 0 >>'])(
  'a stream with external content is found: %s',
  async (entry) => {
    const pdf = pdfOf({ page: '/X 6 0 R', objects: [`<< ${entry} /Length 1 >> stream\nq\nendstream`] });
    expect(await unwantedIn(pdf)).toBe('active');
  },
);

test('an attached file is found by its type behind a reference', async () => {
  expect(await unwantedIn(pdfOf({ catalog: '/X << /Type 6 0 R >>', objects: ['/EmbeddedFile'] }))).toBe('attachments');
});

test('circular jumps end, and circular references are refused', async () => {
  const objects = ['<< /S /GoTo /D [3 0 R /Fit] /Next 6 0 R >>', '7 0 R'];
  expect(await unwantedIn(pdfOf({ catalog: '/OpenAction 6 0 R', objects }))).toBeNull();
  await expect(unwantedIn(pdfOf({ catalog: '/OpenAction << /S 7 0 R >>', objects }))).rejects.toThrow('no end');
});
