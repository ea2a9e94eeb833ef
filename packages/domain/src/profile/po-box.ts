/** How a PO box is written, by language. A box number may be left out, a street's name may not be mistaken for one. */
const PO_BOXES = {
  english: /\bp\.?\s*o\.?\s*box\b|\bpost(?:al)?\s+office\s+box\b/i,
  bags: /\b(?:private|locked)\s+(?:mail\s+)?bag\s+\w*\d/i,
  german: /\bpostfach\b/i,
  french: /\bbo[iî]te\s+postale\b|\bb\.?p\.?\s*\d/i,
  spanish: /\bapartado\s+(?:de\s+correos|postal|\d)|\bcasilla\s+(?:de\s+correo|postal|\d)/i,
  italian: /\bcasella\s+postale\b/i,
  dutch: /\bpostbus\s+\d/i,
  portuguese: /\bcaixa\s+postal\b|\bapartado\s+\d/i,
  nordic: /\bpost(?:boks|box)\s+\d|^box\s+\d+$/i,
  polish: /\bskrytka\s+pocztowa\b/i,
} as const;

/** Is this line of an address a box rather than a place where someone lives? */
export const isPoBox = (line: string): boolean => {
  const text = line.normalize('NFC').trim();
  return Object.values(PO_BOXES).some((written) => written.test(text));
};
