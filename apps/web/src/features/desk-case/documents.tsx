'use client';

import type { Case } from '@gatehouse/domain';
import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { type CaseDocument, documentTitle, inOrder, warningMessages } from './document-copy.ts';
import { DocumentViewer } from './document-viewer.tsx';
import { Findings } from './findings.tsx';
import { foundAbout } from './found-by-checks.ts';
import { SamePicture } from './same-picture.tsx';
import { Thumbnail } from './thumbnail.tsx';

type DocumentsProps = {
  readonly theCase: Case;
  readonly now: string;
  /** The id of the shown document; null for the first. */
  readonly chosenId: string | null;
  readonly onChoose: (documentId: string) => void;
  /** Actions for the shown document, such as asking for a better one. */
  readonly about: (document: CaseDocument) => ReactNode;
};

/** All documents as thumbnails, and the chosen one large. */
export function Documents({ theCase, now, chosenId, onChoose, about }: DocumentsProps) {
  const documents = inOrder(theCase.documents);
  const chosen = documents.find(({ id }) => id === chosenId) ?? documents[0];
  if (!chosen)
    return (
      <Card title="Documents">
        <EmptyState icon={FileText} title="No documents yet">
          They appear here as soon as the customer uploads them.
        </EmptyState>
      </Card>
    );
  const pins = theCase.requirements.flatMap(({ id, pin }, index) =>
    pin?.documentId === chosen.id ? [{ id, x: pin.x, y: pin.y, label: String(index + 1) }] : [],
  );
  const found = foundAbout(theCase.runs, ({ documentId }) => documentId === chosen.id);
  const warnings = warningMessages(chosen).map((text) => ({ check: 'Upload', ok: false, text }));
  return (
    <Card title="Documents">
      <ul className="flex flex-wrap gap-2">
        {documents.map((document) => (
          <li key={document.id}>
            <Thumbnail document={document} isChosen={document === chosen} onChoose={() => onChoose(document.id)} />
          </li>
        ))}
      </ul>
      {/* The key resets zoom and rotation for each document. */}
      <DocumentViewer key={chosen.id} document={chosen} pins={pins} />
      <div className="flex flex-col gap-1">
        <p>
          <span className="font-semibold">{documentTitle(chosen)}</span>
          {chosen.uploadedAt && (
            <span className="text-muted">
              , uploaded <RelativeTime value={chosen.uploadedAt} now={now} />
            </span>
          )}
        </p>
        <Findings findings={[...warnings, ...found]} named />
        <SamePicture document={chosen} documents={documents} now={now} chosenId={chosen.id} onChoose={onChoose} />
      </div>
      {about(chosen)}
    </Card>
  );
}
