import type { DocumentView } from '@gatehouse/engine';
import { FileText } from 'lucide-react';
import { sideLabel } from '../tasks/documents.ts';

/** The documents that somebody has handed in, small, in the order in which they came. */
export function GivenDocuments({ documents }: { readonly documents: readonly DocumentView[] }) {
  return (
    <ul className="grid grid-cols-2 gap-4">
      {documents.map((document) => (
        <li key={document.id} className="flex flex-col gap-1">
          {document.type?.startsWith('image/') ? (
            <img
              src={`/api/files/${document.id}`}
              alt=""
              className="h-36 w-full rounded border border-line bg-sunken object-contain"
            />
          ) : (
            <span className="flex h-36 items-center justify-center rounded border border-line bg-sunken">
              <FileText aria-hidden className="size-8 text-muted" />
            </span>
          )}
          <span className="text-small">{sideLabel(document.kind, document.side)}</span>
        </li>
      ))}
    </ul>
  );
}
