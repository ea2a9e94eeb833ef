import { type DocumentKind, type DocumentSide, type DocumentState, showId } from '@gatehouse/domain';
import type { DocumentRow } from '../customers/data.ts';

/** A document as others see it. Its file is read at `/api/files/<id>` with the same credentials. */
export type DocumentView = {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly side: DocumentSide;
  readonly state: DocumentState;
  readonly type: string | null;
  readonly bytes: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly warnings: readonly string[];
  readonly requirementId: string | null;
  readonly uploadedAt: string | null;
};

export const viewDocument = (row: DocumentRow): DocumentView => ({
  id: showId('document', row.id),
  kind: row.kind as DocumentKind,
  side: row.side as DocumentSide,
  state: row.state as DocumentState,
  type: row.type,
  bytes: row.bytes,
  width: row.width,
  height: row.height,
  warnings: row.warnings,
  requirementId: row.requirementId ? showId('requirement', row.requirementId) : null,
  uploadedAt: row.uploadedAt?.toISOString() ?? null,
});
