import type { REQUIREMENT_CODES, RequirementCode } from '../../requirement/codes.ts';

type CodeWords = {
  /** The sentence the customer reads, also the one that travels in webhooks. */
  readonly sentence: string;
  /** What to do next. */
  readonly next: string;
  /** What a good answer looks like, and what a bad one does. */
  readonly good: string;
  readonly bad: string;
};
/** What to do where an item is answered another way than its code says. */
type OtherWay<Code extends RequirementCode> = (typeof REQUIREMENT_CODES)[Code] extends { readonly nextBy: string }
  ? { readonly nextBy: string }
  : unknown;

/** What can be asked of a customer. No sentence reveals a sanctions or a fraud finding. */
export const requirementCodes = {
  DOCUMENT_MISSING: {
    sentence: 'We need a document from you.',
    next: 'Upload the document named here.',
    good: 'The whole document, sharp and in colour.',
    bad: 'A part of it, or a screenshot.',
  },
  DOCUMENT_MISSING_FRONT: {
    sentence: 'The front of your document is missing.',
    next: 'Take a photo of the front.',
    good: 'All four corners of the front in the picture.',
    bad: 'The back twice.',
  },
  DOCUMENT_MISSING_BACK: {
    sentence: 'The back of your document is missing.',
    next: 'Take a photo of the back.',
    good: 'All four corners of the back in the picture.',
    bad: 'The front twice.',
  },
  DOCUMENT_EXPIRED: {
    sentence: 'Your document has expired.',
    next: 'Upload one that is still valid.',
    good: 'An expiry date that lies ahead.',
    bad: 'A document past its date.',
  },
  DOCUMENT_BLURRED: {
    sentence: 'Your document is blurred.',
    next: 'Lay it flat, hold the phone still and take the photo again.',
    good: 'Every letter can be read.',
    bad: 'Letters that run together.',
  },
  DOCUMENT_CROPPED: {
    sentence: 'A part of your document is cut off.',
    next: 'Take the photo again with all four corners in it.',
    good: 'A little of the table shows around the document.',
    bad: 'An edge outside the picture.',
  },
  DOCUMENT_GLARE: {
    sentence: 'Light reflects on your document and hides a part of it.',
    next: 'Turn away from the light and take the photo again, without flash.',
    good: 'An even surface with no white spots.',
    bad: 'A bright spot over the text.',
  },
  DOCUMENT_UNSUPPORTED: {
    sentence: 'We cannot accept this kind of document.',
    next: 'Upload one of the documents named here.',
    good: 'A passport, driving licence, identity card or residence permit.',
    bad: 'A membership or student card.',
  },
  DOCUMENT_NAME_MISMATCH: {
    sentence: 'The name on your document differs from the one you gave.',
    next: 'Upload a document in the name that you gave us.',
    good: 'The same names in the same spelling.',
    bad: 'A nickname or a former name.',
    nextBy: 'Correct your name, so that it reads as on your document.',
  },
  DOCUMENT_BIRTH_DATE_MISMATCH: {
    sentence: 'The date of birth on your document differs from the one you gave.',
    next: 'Correct the date, so that it reads as on your document.',
    good: 'The date exactly as printed.',
    bad: 'Day and month swapped.',
    nextBy: 'Upload a document with the date that you gave us.',
  },
  DOCUMENT_NUMBER_UNREADABLE: {
    sentence: 'We cannot read the number of your document.',
    next: 'Take the photo again, closer and in better light.',
    good: 'Every digit can be read.',
    bad: 'A finger or a reflection over the number.',
  },
  ADDRESS_UNVERIFIED: {
    sentence: 'We could not confirm your address.',
    next: 'Upload a bill or a bank statement that shows it.',
    good: 'Your name, your address and a date within three months.',
    bad: 'An envelope or a screenshot of a map.',
    nextBy: 'Check your address and correct it.',
  },
  ADDRESS_PROOF_TOO_OLD: {
    sentence: 'Your proof of address is too old.',
    next: 'Upload one from the last three months.',
    good: 'A date within three months.',
    bad: 'Last year’s bill.',
  },
  ADDRESS_PO_BOX: {
    sentence: 'We need the address where you live, not a PO box.',
    next: 'Change your address.',
    good: 'A street and a house number.',
    bad: 'A PO box or a parcel shop.',
  },
  OWNERSHIP_UNCLEAR: {
    sentence: 'We do not yet understand who owns the company.',
    next: 'Upload a chart that shows every owner up to people.',
    good: 'Every level, each with its share.',
    bad: 'Only the direct shareholders.',
  },
  OWNERSHIP_INCOMPLETE: {
    sentence: 'The owners you named do not add up to the whole company.',
    next: 'Add the owners who are missing.',
    good: 'Shares that add up to 100 %.',
    bad: 'Only the largest owner.',
  },
  OWNER_MISSING: {
    sentence: 'An owner is missing.',
    next: 'Add everyone who holds 25 % or more.',
    good: 'Each person with name and share.',
    bad: 'A company instead of the people behind it.',
  },
  OWNER_AMBIGUOUS: {
    sentence: 'We cannot tell which person an owner is.',
    next: 'Add the full name and the date of birth.',
    good: 'The name as it stands on the identity document.',
    bad: 'Initials.',
  },
  CONTROLLER_MISSING: {
    sentence: 'We need to know who runs the company.',
    next: 'Add the person with the most say, such as the managing director.',
    good: 'A person with a role.',
    bad: 'A department.',
  },
  REGISTRATION_MISMATCH: {
    sentence: 'The registration details differ from the register.',
    next: 'Upload the certificate of registration.',
    good: 'Exactly as in the register.',
    bad: 'The trading name.',
  },
  TAX_ID_MISMATCH: {
    sentence: 'Your tax number does not match.',
    next: 'Check the number and correct it.',
    good: 'All digits, as on a letter of the tax office.',
    bad: 'Another kind of number.',
  },
  SOURCE_OF_FUNDS_UNCLEAR: {
    sentence: 'We need to understand where your money comes from.',
    next: 'Tell us in a few sentences.',
    good: 'What you do, and where the money is paid from.',
    bad: 'One word.',
  },
  CLARIFICATION: {
    sentence: 'We have a question for you.',
    next: 'Answer it in your own words.',
    good: 'A short, complete answer.',
    bad: 'An answer to something else.',
  },
  DECLARATION_MISSING: {
    sentence: 'We still need your declaration.',
    next: 'Read it and confirm that it is true.',
    good: 'Given by you.',
    bad: 'Given by someone else.',
  },
} as const satisfies { readonly [Code in RequirementCode]: CodeWords & OtherWay<Code> };

/** What answers an item, for those who answer by API. */
export const requirements = {
  answerInWords: 'Answer this in words.',
  changeField: 'Change “{field}” to answer this. Words alone are kept as a comment, and leave it open.',
  upload: 'Upload {document} to answer this. Words alone are kept as a comment, and leave it open.',
  uploadAny: 'Upload a document for this item to answer this. Words alone are kept as a comment, and leave it open.',
  /** Said by the engine when a customer empties a field that is needed. */
  emptied: '{field} is empty now. Please give it again.',
} as const;
