import { type DocumentKind, type DocumentSide, type DocumentState, showId } from '@gatehouse/domain';
import type { DocumentRow } from '../customers/data.ts';

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
  readonly warnings: readonly string[];
  readonly requirementId: string | null;
  readonly uploadedAt: string | null;
};

export const hasPicture = ({ type, previewKey }: Pick<DocumentRow, 'type' | 'previewKey'>): boolean =>
  previewKey !== null || (type?.startsWith('image/') ?? false);

export const viewDocument = (row: DocumentRow): DocumentView => ({
  id: showId('document', row.id),
  kind: row.kind as DocumentKind,
  side: row.side as DocumentSide,
  state: row.state as DocumentState,
  type: row.type,
  bytes: row.bytes,
  width: row.width,
  height: row.height,
  hasPicture: hasPicture(row),
  pages: row.pages,
  warnings: row.warnings,
  requirementId: row.requirementId ? showId('requirement', row.requirementId) : null,
  uploadedAt: row.uploadedAt?.toISOString() ?? null,
});
