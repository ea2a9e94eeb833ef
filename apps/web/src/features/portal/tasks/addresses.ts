import { DOCUMENT_KINDS, type DocumentKind, INDIVIDUAL_PARTS, type IndividualPart } from '@gatehouse/domain';

/** `birthDate` as `birth-date`, `DRIVING_LICENCE` as `driving-licence`: how it stands in an address. */
const slug = (name: string): string =>
  name.includes('_') || name === name.toUpperCase()
    ? name.toLowerCase().replaceAll('_', '-')
    : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const PORTAL = '/portal';
export const CHECK_HREF = '/portal/check';
export const DOCUMENT_HREF = '/portal/document';
export const partHref = (part: IndividualPart): string => `/portal/profile/${slug(part)}`;
export const kindHref = (kind: DocumentKind): string => `${DOCUMENT_HREF}/${slug(kind)}`;

export const partAt = (address: string): IndividualPart | undefined =>
  (Object.keys(INDIVIDUAL_PARTS) as IndividualPart[]).find((part) => slug(part) === address);

export const kindAt = (address: string): DocumentKind | undefined =>
  (Object.keys(DOCUMENT_KINDS) as DocumentKind[]).find((kind) => slug(kind) === address);
