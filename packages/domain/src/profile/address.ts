import { z } from 'zod';
import { message } from '../messages/message.ts';
import { issueOf } from '../messages/of-issue.ts';
import { postcodeProblem } from './postcodes.ts';
import { country } from './rules.ts';
import { line } from './text.ts';

/** A residential address, with a valid postcode where its country's format is known. */
export const address = z
  .strictObject({
    line1: line(120),
    line2: line(120).optional(),
    city: line(80),
    region: line(80).optional(),
    postalCode: line(20),
    country,
  })
  .superRefine(({ line1, line2 = '', postalCode, country: code }, context) => {
    const box = isPoBox(line1) ? 'line1' : isPoBox(line2) ? 'line2' : null;
    if (box) context.addIssue({ path: [box], ...PO_BOX });
    const wrong = postcodeProblem(postalCode, code);
    if (wrong) context.addIssue({ path: ['postalCode'], ...issueOf(wrong) });
  });

/** A check that finds a PO box asks by the requirement's code. */
const PO_BOX = issueOf(message('input.poBox'), { requirementCode: 'ADDRESS_PO_BOX' });

/** PO boxes by language. The box number is optional, and street names must not match. */
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

/** Is this line of an address a PO box? */
export const isPoBox = (line: string): boolean => {
  const text = line.normalize('NFC').trim();
  return Object.values(PO_BOXES).some((written) => written.test(text));
};
