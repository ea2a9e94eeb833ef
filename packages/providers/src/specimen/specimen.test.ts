import { createHash } from 'node:crypto';
import type { DocumentKind, DocumentSide } from '@gatehouse/domain';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { artwork } from './artwork.ts';
import { cardZone, checkDigit, passportZone } from './mrz.ts';
import { type SpecimenRequest, specimenDocument } from './specimen.ts';

const hash = async (request: SpecimenRequest) =>
  createHash('sha256')
    .update(await specimenDocument(request))
    .digest('hex');

describe('a specimen', () => {
  const cases: [DocumentKind, DocumentSide][] = [
    ['PASSPORT', 'FRONT'],
    ['DRIVING_LICENCE', 'FRONT'],
    ['NATIONAL_ID', 'BACK'],
    ['PROOF_OF_ADDRESS', 'FRONT'],
  ];
  test.each(cases)('of a %s, %s, is a JPEG of 150 to 400 KB like a phone’s', async (kind, side) => {
    const bytes = await specimenDocument({ kind, side });
    const { format, width, height } = await sharp(bytes).metadata();
    expect(format).toBe('jpeg');
    expect(Math.min(width, height)).toBeGreaterThan(900);
    expect(bytes.length).toBeGreaterThan(150_000);
    expect(bytes.length).toBeLessThan(400_000);
  });

  test('depends only on its request', async () => {
    expect(await hash({ familyName: 'Specimen' })).toBe(await hash({ familyName: 'Specimen' }));
    expect(await hash({ familyName: 'Specimen' })).not.toBe(await hash({ familyName: 'Example' }));
  });

  test('draws names in any script', async () => {
    for (const familyName of ['Øksnes-Ünal', '王', 'x'.repeat(80), '<script>&"', ''])
      await specimenDocument({ familyName });
  });

  test('draws all text as lines, without the machine’s fonts', () => {
    const print = { givenNames: 'A', familyName: 'B', birthDate: '1990-05-17', number: 'X1', expiryDate: '2034-05-16' };
    for (const [kind, side] of cases) expect(artwork({ ...print, kind, side }).svg).not.toMatch(/<text|font/);
  });
});

describe('the machine-readable zone', () => {
  test('has check digits as ICAO 9303 defines them', () => {
    // The worked examples of ICAO 9303, part 3, section 4.9 and part 4, appendix B.
    expect(checkDigit('520727')).toBe(3);
    expect(checkDigit('AB2134<<<')).toBe(5);
    expect(checkDigit('L898902C3')).toBe(6);
  });

  const holder = {
    givenNames: 'Anna Maria',
    familyName: 'Eriksson',
    birthDate: '1974-08-12',
    number: 'L898902C3',
    expiryDate: '2012-04-15',
  };

  test('of a passport has two lines of 44 characters', () => {
    expect(passportZone(holder)).toEqual([
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
      'L898902C36UTO7408122<1204159<<<<<<<<<<<<<<08',
    ]);
  });

  test('of a card has three lines of 30 characters', () => {
    const lines = cardZone({ ...holder, familyName: 'Øksnes-Ünal' });
    expect(lines.map((line) => line.length)).toEqual([30, 30, 30]);
    expect(lines[2]).toBe('OEKSNES<UNAL<<ANNA<MARIA<<<<<<');
  });
});
