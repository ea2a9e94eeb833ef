import { drawable } from './stroke-font.ts';

/** The machine-readable zone as defined by ICAO document 9303. `UTO`, Utopia, is its issuing state for specimens. */
const ISSUER = 'UTO';

const WEIGHTS = [7, 3, 1] as const;

/** A check digit: each character's value times 7, 3, 1 in turn, modulo 10. Letters count from 10, the filler is 0. */
export function checkDigit(text: string): number {
  const sum = [...text].reduce((total, character, index) => {
    const value = character === '<' ? 0 : Number.parseInt(character, 36);
    return total + value * (WEIGHTS[index % 3] ?? 0);
  }, 0);
  return sum % 10;
}

type Holder = {
  readonly givenNames: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly number: string;
  readonly expiryDate: string;
};

const letters = (text: string): string => drawable(text).replace(/[^A-Z0-9]+/g, '<');
const fill = (text: string, length: number): string => text.slice(0, length).padEnd(length, '<');
const date = (iso: string): string => iso.replaceAll('-', '').slice(2);
const checked = (text: string): string => `${text}${checkDigit(text)}`;
const names = (holder: Holder): string => `${letters(holder.familyName)}<<${letters(holder.givenNames)}`;

/** The two lines of 44 characters at the foot of a passport's data page. */
export function passportZone(holder: Holder): string[] {
  const number = checked(fill(holder.number, 9));
  const born = checked(date(holder.birthDate));
  const expires = checked(date(holder.expiryDate));
  const personal = checked(fill('', 14));
  const composite = checkDigit(`${number}${born}${expires}${personal}`);
  return [fill(`P<${ISSUER}${names(holder)}`, 44), `${number}${ISSUER}${born}<${expires}${personal}${composite}`];
}

/** The three lines of 30 characters on the back of a card. */
export function cardZone(holder: Holder): string[] {
  const first = `I<${ISSUER}${checked(fill(holder.number, 9))}${fill('', 15)}`;
  const born = checked(date(holder.birthDate));
  const expires = checked(date(holder.expiryDate));
  const optional = fill('', 11);
  const composite = checkDigit(`${first.slice(5)}${born}${expires}${optional}`);
  return [first, `${born}<${expires}${ISSUER}${optional}${composite}`, fill(names(holder), 30)];
}
