import { z } from 'zod';

const SIDES = ['FRONT', 'BACK'] as const;
export const DocumentSide = z.enum(SIDES);
export type DocumentSide = z.infer<typeof DocumentSide>;

/**
 * Every kind of document: its sides, and whether it proves an identity. The customer's program declares which kinds it
 * accepts, and which fields they show.
 */
export const DOCUMENT_KINDS = {
  PASSPORT: { sides: ['FRONT'], identity: true },
  DRIVING_LICENCE: { sides: ['FRONT', 'BACK'], identity: true },
  NATIONAL_ID: { sides: ['FRONT', 'BACK'], identity: true },
  RESIDENCE_PERMIT: { sides: ['FRONT', 'BACK'], identity: true },
  PROOF_OF_ADDRESS: { sides: ['FRONT'], identity: false },
  REGISTRATION_CERTIFICATE: { sides: ['FRONT'], identity: false },
  ARTICLES_OF_ASSOCIATION: { sides: ['FRONT'], identity: false },
  OWNERSHIP_CHART: { sides: ['FRONT'], identity: false },
  OTHER: { sides: ['FRONT'], identity: false },
} as const satisfies Record<string, { sides: readonly DocumentSide[]; identity: boolean }>;

export type DocumentKind = keyof typeof DOCUMENT_KINDS;
export const DocumentKind = z.enum(Object.keys(DOCUMENT_KINDS) as [DocumentKind, ...DocumentKind[]]);
export const hasTwoSides = (kind: DocumentKind): boolean => DOCUMENT_KINDS[kind].sides.length > 1;

export const isIdentity = (kind: DocumentKind): boolean => DOCUMENT_KINDS[kind].identity;

/** The rules for files. Sizes are in bytes, dimensions in pixels. */
export const FILE_RULES = {
  types: ['image/jpeg', 'image/png', 'application/pdf'],
  minBytes: 10 * 1024,
  maxBytes: 10 * 1024 * 1024,
  minPixels: 200,
  /** An image with more pixels is refused before it is decoded, because it would fill the memory. */
  maxPixels: 60_000_000,
  /** For a PDF: the maximum number of pages, and the number of pages in the preview. */
  maxPages: 200,
  previewPages: 3,
} as const;
export type FileType = (typeof FILE_RULES.types)[number];

/** The input of rules and checks about a document. */
export type DocumentFact = {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly side: DocumentSide;
  readonly type: FileType;
  readonly bytes: number;
  /** A salted hash of the file, which reveals only whether the file changed. */
  readonly hash: string;
  readonly uploadedAt: string;
};
