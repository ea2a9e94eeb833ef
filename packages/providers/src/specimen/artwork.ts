import { DOCUMENT_KINDS, type DocumentKind, type DocumentSide, englishDocumentKinds } from '@gatehouse/domain';
import { cardZone, passportZone } from './mrz.ts';
import { seededRandom } from './random.ts';
import { textPath, textWidth } from './stroke-font.ts';

/** What is printed on a specimen. */
export type Print = {
  readonly kind: DocumentKind;
  readonly side: DocumentSide;
  readonly givenNames: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly number: string;
  readonly expiryDate: string;
};

/** The flat artwork of a document: an SVG and its size in pixels. */
export type Artwork = { readonly svg: string; readonly width: number; readonly height: number };

const INK = '#1d2433';
const PASSPORT = { width: 1250, height: 880 };
const CARD = { width: 1284, height: 810 };
const LETTER = { width: 900, height: 1270 };

export function artwork(print: Print): Artwork {
  if (!DOCUMENT_KINDS[print.kind].identity) return page(LETTER, '#fbfbf8', letter(print));
  const size = print.kind === 'PASSPORT' ? PASSPORT : CARD;
  const paper = print.kind === 'PASSPORT' ? '#e9e4f2' : '#e2edf0';
  return page(size, paper, print.side === 'BACK' ? back(print) : front(print, size));
}

function page(size: { width: number; height: number }, paper: string, content: string): Artwork {
  const { width, height } = size;
  const mark = `<g transform="rotate(-24 ${width / 2} ${height / 2})" opacity="0.4">${centred('SPECIMEN', width / 2, height / 2 - 60, 120, '#b3261e')}</g>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" rx="28" fill="${paper}"/>${content}${mark}</svg>`;
  return { svg, width, height };
}

function front(print: Print, { width, height }: { width: number; height: number }): string {
  const fields = [
    ['FAMILY NAME', print.familyName],
    ['GIVEN NAMES', print.givenNames],
    ['DATE OF BIRTH', print.birthDate],
    ['DOCUMENT NUMBER', print.number],
    ['EXPIRES', print.expiryDate],
    ['ISSUED BY', 'UTOPIA, NOT A REAL STATE'],
  ] as const;
  const lines = fields.map(
    ([label, value], index) =>
      textPath(label, { x: 450, y: 150 + index * 84, size: 15, ink: '#5a5470' }) +
      textPath(value.slice(0, 27), { x: 450, y: 176 + index * 84, size: 30, ink: INK }),
  );
  const title = textPath(englishDocumentKinds[print.kind].label, { x: 60, y: 56, size: 40, ink: '#3a2c6b' });
  const zone =
    print.kind === 'PASSPORT'
      ? passportZone(print).map((line, index) => textPath(line, { x: 46, y: 716 + index * 66, size: 28, ink: INK }))
      : [];
  return guilloche(width, height, print.number) + title + portrait(60, 150) + lines.join('') + zone.join('');
}

function back(print: Print): string {
  const zone = cardZone(print).map((line, index) => textPath(line, { x: 60, y: 560 + index * 74, size: 38, ink: INK }));
  const stripe = '<rect x="0" y="70" width="100%" height="120" fill="#26262b"/>';
  const note = textPath('If found, please return to nobody. This is a specimen.', {
    x: 60,
    y: 260,
    size: 22,
    ink: INK,
  });
  return guilloche(CARD.width, CARD.height, `${print.number} back`) + stripe + note + zone.join('');
}

function letter(print: Print): string {
  const random = seededRandom(print.number);
  const rows = Array.from({ length: 12 }, (_, index) => {
    const amount = `${10 + Math.floor(random() * 90)}.${String(Math.floor(random() * 100)).padStart(2, '0')}`;
    return `ELECTRICITY, MONTH ${index + 1}`.padEnd(26) + amount.padStart(8);
  });
  const lines = [
    'UTOPIA POWER AND LIGHT',
    '',
    `${print.givenNames} ${print.familyName}`,
    '1 EXAMPLE STREET',
    'UTOPIA',
    '',
    'YOUR STATEMENT',
    '',
    ...rows,
    '',
    'THIS IS A SPECIMEN AND NO BILL.',
  ];
  return lines.map((line, index) => textPath(line, { x: 80, y: 90 + index * 46, size: 22, ink: INK })).join('');
}

/** Fine interwoven waves, as on banknotes and passports. */
function guilloche(width: number, height: number, seed: string): string {
  const random = seededRandom(seed);
  const inks = ['#8f7cc4', '#6fa3b5', '#c28aa6'];
  const waves = Array.from({ length: 54 }, (_, index) => {
    const [base, swing, turns, phase] = [(index / 54) * height, 26 + random() * 40, 2 + random() * 3, random() * 6.3];
    const points = Array.from({ length: 90 }, (_, step) => {
      const x = (step / 89) * width;
      const y = base + swing * Math.sin((x / width) * turns * 6.283 + phase) * Math.cos((x / width) * 9 + index * 0.4);
      return `${x.toFixed(1)} ${y.toFixed(1)}`;
    });
    return `<path d="M${points.join('L')}" fill="none" stroke="${inks[index % 3]}" stroke-width="1.6" opacity="0.75"/>`;
  });
  const rosette = Array.from({ length: 24 }, (_, index) => {
    const angle = index * 7.5;
    return `<ellipse cx="${width * 0.86}" cy="${height * 0.42}" rx="120" ry="44" transform="rotate(${angle} ${width * 0.86} ${height * 0.42})" fill="none" stroke="#7f6bb8" stroke-width="1.4" opacity="0.6"/>`;
  });
  return waves.join('') + rosette.join('');
}

/** A silhouette in place of a face. */
const portrait = (x: number, y: number): string =>
  `<g transform="translate(${x} ${y})"><rect width="340" height="440" fill="#d8dbe4" stroke="#8b8fa3" stroke-width="3"/>` +
  '<circle cx="170" cy="170" r="92" fill="#7d8498"/><path d="M20 440C30 300 110 276 170 276S310 300 320 440Z" fill="#6c7389"/>' +
  '<path d="M84 150C90 70 250 70 256 150C230 110 110 110 84 150Z" fill="#474d60"/></g>';

const centred = (text: string, x: number, y: number, size: number, ink: string): string =>
  textPath(text, { x: x - textWidth(text, size) / 2, y, size, ink }, 0.16);
