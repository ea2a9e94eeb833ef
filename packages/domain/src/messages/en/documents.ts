import type { QualityWarning } from '../../document/inspector.ts';
import type { DocumentKind } from '../../document/kinds.ts';

/** Kinds of document: as a heading, and as they stand in a sentence. */
export const documentKinds = {
  PASSPORT: { label: 'Passport', name: 'passport' },
  DRIVING_LICENCE: { label: 'Driving licence', name: 'driving licence' },
  NATIONAL_ID: { label: 'National identity card', name: 'national identity card' },
  RESIDENCE_PERMIT: { label: 'Residence permit', name: 'residence permit' },
  PROOF_OF_ADDRESS: { label: 'Proof of address', name: 'proof of address' },
  REGISTRATION_CERTIFICATE: { label: 'Registration certificate', name: 'registration certificate' },
  ARTICLES_OF_ASSOCIATION: { label: 'Articles of association', name: 'articles of association' },
  OWNERSHIP_CHART: { label: 'Ownership chart', name: 'ownership chart' },
  OTHER: { label: 'Other document', name: 'other document' },
} as const satisfies Record<DocumentKind, { readonly label: string; readonly name: string }>;

/** What a better photo would solve. */
export const photoQuality = {
  blurred: 'It’s blurred: hold still, avoid glare.',
  blank: 'It looks empty: is the document in the picture?',
  dark: 'It’s too dark: move to better light.',
} as const satisfies Record<QualityWarning, string>;

/** `side` is FRONT, BACK, or WHOLE for a document as one. */
export const documents = {
  named: '{side, select, FRONT {the front of the {kind}} BACK {the back of the {kind}} other {the {kind}}}',
  hasNoSide: 'A {kind} has no {side, select, FRONT {front} other {back}}.',
  /** What is wrong with one side of several. */
  sideProblem: '{document}: {problem}',
  sideMissing: 'The {side, select, FRONT {front} other {back}} of the {kind} is missing.',
  identityMissing: 'An identity document is missing.',
  /** An upload that is the same file as an earlier document: what was found, and what to do about it. */
  sameAsBefore: {
    message: 'This is the same {thing, select, picture {picture} other {file}} as before.',
    advice: 'We have looked at it already. Choose another one, or send it all the same with a comment that says why.',
  },
  sameAsOther: {
    message: 'This is the same {thing, select, picture {picture} other {file}} as {document}.',
    advice: 'Check that you chose the right one. You can replace it, or send it all the same.',
  },
} as const;
