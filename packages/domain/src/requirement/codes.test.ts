import { expect, test } from 'vitest';
import { requirementCodes } from '../messages/en/requirements.ts';
import { RequirementCode } from './codes.ts';

/** Exactly the codes of the specification. */
const CODES = `
  DOCUMENT_MISSING DOCUMENT_MISSING_FRONT DOCUMENT_MISSING_BACK DOCUMENT_EXPIRED DOCUMENT_BLURRED DOCUMENT_CROPPED
  DOCUMENT_GLARE DOCUMENT_UNSUPPORTED DOCUMENT_NAME_MISMATCH DOCUMENT_BIRTH_DATE_MISMATCH DOCUMENT_NUMBER_UNREADABLE
  ADDRESS_UNVERIFIED ADDRESS_PROOF_TOO_OLD ADDRESS_PO_BOX OWNERSHIP_UNCLEAR OWNERSHIP_INCOMPLETE OWNER_MISSING
  OWNER_AMBIGUOUS CONTROLLER_MISSING REGISTRATION_MISMATCH TAX_ID_MISMATCH SOURCE_OF_FUNDS_UNCLEAR CLARIFICATION
  DECLARATION_MISSING`
  .trim()
  .split(/\s+/);

test('the catalogue has exactly the 24 codes', () => {
  expect(CODES).toHaveLength(24);
  expect(RequirementCode.options).toEqual(CODES);
});

test.each(RequirementCode.options)('%s says what is wrong, what to do, and what a good answer looks like', (code) => {
  const { sentence, next, good, bad } = requirementCodes[code];
  for (const words of [sentence, next, good, bad]) expect(words).toMatch(/^[A-Z][^!]{4,}\.$/);
});

test.each(RequirementCode.options)('%s is in plain words: no jargon, no codes, no blame', (code) => {
  const words = Object.values(requirementCodes[code]).join(' ');
  expect(words).not.toMatch(/KYC|KYB|RFI|UBO|MRZ|OCR|[A-Z]+_[A-Z]+|\b(invalid|illegal|failed|wrongly|fault)\b|can not/);
});
