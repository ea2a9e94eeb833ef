import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FILE_RULES, type MalwareScanner, Refusal } from '@gatehouse/domain';
import { BAD_PDFS, lockedPdf, pdfOf, pngClaiming } from '@gatehouse/providers/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createdCustomer, heldDocument, idOf, specimenBytes } from '../testing/customers.ts';
import { refusalOf } from '../testing/refusals.ts';
import { createWorld, type World } from '../testing/world.ts';

const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

let world: World;
let folder: string;
/** The scanner's answer to the next files. */
let scan: MalwareScanner['scan'] = async () => {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-corpus-'));
  world = await createWorld({ filesFolder: folder, scanner: { scan: (bytes) => scan(bytes), ping: async () => {} } });
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const begun = async (): Promise<string> => {
  const customerId = await createdCustomer(world);
  const { id } = await world.engine.documents.create(world.app, { customerId, kind: 'PASSPORT', side: 'FRONT' });
  return idOf('document', id);
};
const receive = (id: string, bytes: Uint8Array) => world.engine.documents.receive(world.app, id, bytes);
const filesStored = async (): Promise<number> =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile()).length;
const padded = (text: string) => Buffer.from(text.padEnd(FILE_RULES.minBytes + 1, ' '), 'latin1');
const HEIC = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), padded('')]);

const CORPUS: Record<string, () => Promise<Uint8Array> | Uint8Array> = {
  'HTML that calls itself a JPEG': () => padded('<!doctype html><script>alert(1)</script>'),
  'a page of HTML before a PDF': () => Buffer.concat([padded('<html>'), pdfOf()]),
  'an archive before a PDF': () => Buffer.concat([padded('PK\x03\x04'), pdfOf()]),
  'an archive behind a PDF': () => Buffer.concat([pdfOf(), padded('PK\x03\x04')]),
  '30,000 by 30,000 pixels': () => pngClaiming(30_000, 30_000),
  'a photo that was cut off': async () => (await specimenBytes()).slice(0, 40_000),
  'a PDF that was cut off': () => pdfOf().subarray(0, -200),
  nothing: () => new Uint8Array(),
  HEIC: () => HEIC,
  'the test file of every malware scanner': () => padded(EICAR),
  'a PDF with a password': () => lockedPdf('secret'),
  'an encrypted PDF without a password': () => lockedPdf(''),
  ...Object.fromEntries(Object.entries(BAD_PDFS).map(([name, [pdf]]) => [`a PDF with ${name}`, () => pdf])),
};

test.each(Object.entries(CORPUS))('%s is refused with a message and not stored', async (_name, bytes) => {
  const id = await begun();
  const [before, memory] = [await filesStored(), process.memoryUsage().rss];
  const { code, message } = await refusalOf(receive(id, await bytes()));
  expect(['UNSUPPORTED_FILE', 'TOO_LARGE']).toContain(code);
  expect(message).toMatch(/^[A-Z].*\.$/);
  expect(await filesStored()).toBe(before);
  expect(process.memoryUsage().rss - memory).toBeLessThan(300 * 1024 * 1024);
  const [row] = await world.sql`select state, file_key, preview_key, pages from document where id = ${id}`;
  expect(row).toEqual({ state: 'EXPECTED', file_key: null, preview_key: null, pages: null });
});

test('a JPEG with an appended PDF is stored as the picture alone', async () => {
  const id = await begun();
  await receive(id, Buffer.concat([await specimenBytes(), pdfOf({ content: '(CANARY) Tj' })]));
  const { bytes, type } = await world.engine.documents.download(world.app, id);
  expect(type).toBe('image/jpeg');
  expect(Buffer.from(bytes).includes('CANARY')).toBe(false);
  expect((await world.engine.documents.picture(world.app, id)).bytes).toEqual(bytes);
});

test('a PDF is stored unchanged with a picture of its pages, and replacing it removes both', async () => {
  const id = await begun();
  const before = await filesStored();
  const pdf = pdfOf({ pages: 4 });
  const view = await receive(id, pdf);
  expect(view).toMatchObject({ type: 'application/pdf', pages: 4, hasPicture: true, width: 1412, warningWords: [] });
  expect(await filesStored()).toBe(before + 2);
  expect(Buffer.from((await world.engine.documents.download(world.app, id)).bytes).equals(pdf)).toBe(true);
  const picture = await world.engine.documents.picture(world.app, id);
  expect(picture.type).toBe('image/jpeg');
  expect([...picture.bytes.slice(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  // The preview is as personal as the file: both are sealed.
  const [row] = await world.sql`select preview_key from document where id = ${id}`;
  const stored = Buffer.from(await world.deps.files.get(row?.preview_key));
  expect(stored.includes(Buffer.from(picture.bytes.slice(0, 64)))).toBe(false);
  await receive(id, await specimenBytes());
  expect(await filesStored()).toBe(before + 1);
});

test('a PDF stored without a preview still opens and has no picture', async () => {
  const id = await begun();
  await receive(id, pdfOf());
  await world.sql`update document set preview_key = null, pages = null where id = ${id}`;
  expect((await world.engine.documents.download(world.app, id)).type).toBe('application/pdf');
  expect(await refusalOf(world.engine.documents.picture(world.app, id))).toMatchObject({ code: 'NOT_FOUND' });
});

test('a file that the malware scanner refuses or cannot scan is not stored, and the document stays unchanged', async () => {
  const id = await heldDocument(world, await createdCustomer(world));
  const [before] = await world.sql`select * from document where id = ${id}`;
  const stored = await filesStored();
  for (const code of ['UNSUPPORTED_FILE', 'UNAVAILABLE'] as const) {
    scan = async () => {
      throw new Refusal(code);
    };
    expect(await refusalOf(receive(id, await specimenBytes()))).toMatchObject({ code });
  }
  scan = async () => {};
  expect(await filesStored()).toBe(stored);
  expect((await world.sql`select * from document where id = ${id}`)[0]).toEqual(before);
});
