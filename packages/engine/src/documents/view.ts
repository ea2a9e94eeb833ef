import {
  type DocumentKind,
  type DocumentSide,
  type DocumentState,
  type QualityWarning,
  REPEATED,
  repeatedWords,
  showId,
} from '@gatehouse/domain';
import type { DocumentRow } from '../record/data.ts';

/**
 * A document as others see it. Its file is read at `/api/files/<id>` with the same credentials, and the picture that people
 * are shown at `/api/files/<id>?as=picture`. Width and height are the picture's, in pixels.
 */
export type DocumentView = {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly side: DocumentSide;
  readonly state: DocumentState;
  readonly type: string | null;
  readonly bytes: number | null;
  readonly width: number | null;
  readonly height: number | null;
  /** Whether there is a picture. An image is one itself; a PDF that came before its pages were drawn has none. */
  readonly hasPicture: boolean;
  /** How many pages a PDF has; null for an image. */
  readonly pages: number | null;
  readonly warnings: readonly (QualityWarning | typeof REPEATED)[];
  readonly requirementId: string | null;
  readonly uploadedAt: string | null;
  /** The earlier document that it is the same file as: a finding, and no refusal. */
  readonly sameAs: SameAs | null;
};

export const hasPicture = ({ type, previewKey }: Pick<DocumentRow, 'type' | 'previewKey'>): boolean =>
  previewKey !== null || (type?.startsWith('image/') ?? false);

type SameAs = {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly side: DocumentSide;
  /** For the customer: what was found, and what to do about it. */
  readonly message: string;
  readonly advice: string;
};

/** @param all every document of the same customer, among which the earlier one is found. */
export function viewDocument(row: DocumentRow, all: readonly DocumentRow[]): DocumentView {
  const earlier = row.sameAs && all.find((each) => each.id === row.sameAs);
  const sameAs = earlier ? viewEarlier(row, earlier) : null;
  return {
    id: showId('document', row.id),
    kind: row.kind,
    side: row.side,
    state: row.state,
    type: row.type,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    hasPicture: hasPicture(row),
    pages: row.pages,
    warnings: sameAs ? [...row.warnings, REPEATED] : row.warnings,
    requirementId: row.requirementId ? showId('requirement', row.requirementId) : null,
    uploadedAt: row.uploadedAt?.toISOString() ?? null,
    sameAs,
  };
}

function viewEarlier(row: DocumentRow, earlier: DocumentRow): SameAs {
  const place = (of: DocumentRow) => ({ kind: of.kind, side: of.side });
  return {
    id: showId('document', earlier.id),
    ...place(earlier),
    ...repeatedWords({ ...place(row), type: row.type }, place(earlier)),
  };
}
