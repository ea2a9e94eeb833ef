import { DOCUMENT_KINDS, type DocumentKind, type ProgramPage, type ProgramView } from '@gatehouse/domain';

/** A name in a URL: `birthDate` as `birth-date`, `DRIVING_LICENCE` as `driving-licence`. */
const slug = (name: string): string =>
  name.includes('_') || name === name.toUpperCase()
    ? name.toLowerCase().replaceAll('_', '-')
    : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const PORTAL = '/portal';
export const CHECK_HREF = '/portal/check';
export const DOCUMENT_HREF = '/portal/document';
export const partHref = (page: string): string => `/portal/profile/${slug(page)}`;
export const kindHref = (kind: DocumentKind): string => `${DOCUMENT_HREF}/${slug(kind)}`;

export const partAt = ({ pages }: ProgramView, address: string): ProgramPage | undefined =>
  pages.find(({ name }) => slug(name) === address);

export const kindAt = (address: string): DocumentKind | undefined =>
  (Object.keys(DOCUMENT_KINDS) as DocumentKind[]).find((kind) => slug(kind) === address);
