/**
 * A small stroke font, so that a specimen looks the same on a machine without any fonts. Each glyph is a list of strokes,
 * each stroke a list of points, each point two digits: x from 0 to 4 and y from 0 (top) to 6 (base line).
 */
const GLYPHS: Readonly<Record<string, string>> = {
  A: '062046 0444',
  B: '0030413203 00063645443303',
  C: '4130100105163645',
  D: '00062645412000',
  E: '40000646 0333',
  F: '400006 0333',
  G: '4130100105163645432343',
  H: '0006 4046 0343',
  I: '2026 1030 1636',
  J: '404536160504',
  K: '0006 400346',
  L: '000646',
  M: '0600234046',
  N: '06004640',
  O: '103041453616050110',
  P: '0600304132230303',
  Q: '10304145361605010110 2446',
  R: '060030413203 2346',
  S: '4130100102134445361605',
  T: '0040 2026',
  U: '000516364540',
  V: '002640',
  W: '0016233640',
  X: '0046 4006',
  Y: '002340 2326',
  Z: '00400646',
  0: '103041453616050110 0541',
  1: '112026 1636',
  2: '0110304142330646',
  3: '0110304132231323 324445361605',
  4: '36300444',
  5: '400002324345361605',
  6: '4130100105163645443303',
  7: '004016',
  8: '103041423313020110 130405163645443313',
  9: '0516364541301001021343',
  '<': '400346',
  '-': '0343',
  '.': '1626',
  ',': '2617',
  ':': '2122 2425',
  '/': '0640',
  '+': '2125 0343',
  "'": '2021',
};

/** The passport spelling of letters that are not a plain letter with an accent. */
const SPELLED: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Ø: 'OE',
  Œ: 'OE',
  Þ: 'TH',
  Đ: 'D',
  Ł: 'L',
  İ: 'I',
  ı: 'I',
};

/** Converts text to what this font can draw: upper case without accents, and a box for characters without a glyph. */
export const drawable = (text: string): string =>
  [...text.toUpperCase()]
    .map((letter) => SPELLED[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
const BOX = '0040460600';

type Stroke = { readonly x: number; readonly y: number; readonly size: number; readonly ink: string };

/** Makes an SVG path of one line of text. `x` and `y` are the top left, `size` is the height of a capital. */
export function textPath(text: string, { x, y, size, ink }: Stroke, weight = 0.13): string {
  const unit = size / 6;
  const strokes = [...drawable(text)].flatMap((character, index) =>
    character === ' ' ? [] : glyph(character, x + index * unit * 5.6, y, unit),
  );
  return `<path d="${strokes.join('')}" fill="none" stroke="${ink}" stroke-width="${(size * weight).toFixed(1)}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** The width of a text in this size. */
export const textWidth = (text: string, size: number): number => drawable(text).length * (size / 6) * 5.6;

function glyph(character: string, left: number, top: number, unit: number): string[] {
  return (GLYPHS[character] ?? BOX).split(' ').map((points) => {
    const pairs = points.match(/../g) ?? [];
    const at = pairs.map(
      (pair) => `${(left + Number(pair[0]) * unit).toFixed(1)} ${(top + Number(pair[1]) * unit).toFixed(1)}`,
    );
    return `M${at.join('L')}`;
  });
}
