import type { DocumentView } from '@gatehouse/domain';
import { FileText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { sideLabel } from '../tasks/documents.ts';

type GivenDocumentsProps = {
  readonly documents: readonly DocumentView[];
  /** A single document takes the full width. */
  readonly large?: boolean;
};

/** The uploaded documents in the order of their upload. */
export function GivenDocuments({ documents, large = false }: GivenDocumentsProps) {
  const t = useTranslations();
  const alone = large && documents.length === 1;
  return (
    <ul className={`grid gap-4 ${alone ? '' : 'grid-cols-2'}`}>
      {documents.map((document) => (
        <li key={document.id} className="flex flex-col gap-1">
          {document.hasPicture ? (
            <img
              src={`/api/files/${document.id}?as=picture`}
              alt=""
              className={`w-full rounded border border-line bg-sunken object-contain ${alone ? 'max-h-72' : 'h-36'}`}
            />
          ) : (
            <span className="flex h-36 items-center justify-center rounded border border-line bg-sunken">
              <FileText aria-hidden className="size-8 text-muted" />
            </span>
          )}
          <span className="text-small">{sideLabel(t, document.kind, document.side)}</span>
        </li>
      ))}
    </ul>
  );
}
