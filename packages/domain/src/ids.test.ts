import { describe, expect, test } from 'vitest';
import { ID_PREFIXES, type IdKind, newId, readId, showId } from './ids.ts';

const kinds = Object.keys(ID_PREFIXES) as IdKind[];

test('a new id is a uuid of version 7, and later ones sort after earlier ones', () => {
  const ids = Array.from({ length: 200 }, newId);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(200);
  expect([...ids].sort()).toEqual(ids);
});

test('the public form of a known id', () => {
  expect(showId('customer', '01890a5d-ac96-774b-bcce-b302099a8057')).toBe('cus_01h455vb4pex5vsknk084sn02q');
});

describe.each(kinds)('%s', (kind) => {
  test('is parsed from its public form', () => {
    const id = newId();
    expect(showId(kind, id).startsWith(`${ID_PREFIXES[kind]}_`)).toBe(true);
    expect(readId(kind, showId(kind, id))).toBe(id);
  });

  test('is not parsed from the public form of any other kind', () => {
    const id = newId();
    for (const other of kinds.filter((each) => each !== kind)) expect(readId(kind, showId(other, id))).toBeNull();
  });
});

test('no two kinds share a prefix', () => {
  expect(new Set(Object.values(ID_PREFIXES)).size).toBe(kinds.length);
});

test.each([
  '',
  'cus_',
  'cus',
  '01890a5d-ac96-774b-bcce-b302099a8057',
  'CUS_01h455vb4pex5vsknk084sn02q',
  'cus_01H455VB4PEX5VSKNK084SN02Q',
  'cus_01h455vb4pex5vsknk084sn02',
  'cus_01h455vb4pex5vsknk084sn02qq',
  'cus_zzzzzzzzzzzzzzzzzzzzzzzzzz',
  'cus_01h455vb4pex5vsknk084sn02u',
  'cus_cus_01h455vb4pex5vsknk084sn02q',
  "cus_' or 1=1 --",
  'cus_\0',
])('%j is no id', (shown) => {
  expect(readId('customer', shown)).toBeNull();
});
