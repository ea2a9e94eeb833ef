'use client';

import type { Case } from '@gatehouse/engine';
import { FileText } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Card } from '#ui/card.tsx';
import { cx } from '#ui/cx.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { DocumentViewer } from './document-viewer.tsx';
import { type CaseDocument, documentTitle, inOrder, pictureOf, STATE_WORDS, warningWords } from './document-words.ts';
import { Findings } from './findings.tsx';
import { foundAbout } from './found-by-checks.ts';

type DocumentsProps = {
  readonly theCase: Case;
  readonly now: string;
  /** What can be done about the document in sight, such as asking for a better one. */
  readonly about: (document: CaseDocument) => ReactNode;
};

/** Every document, as small pictures to choose from and one large one. */
export function Documents({ theCase, now, about }: DocumentsProps) {
  const documents = inOrder(theCase.documents);
  const [chosenId, setChosenId] = useState<string | null>(null);
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
  const warnings = warningWords(chosen).map((text) => ({ check: 'Upload', ok: false, text }));
  return (
    <Card title="Documents">
      <ul className="flex flex-wrap gap-2">
        {documents.map((document) => (
          <li key={document.id}>
            <Thumbnail document={document} isChosen={document === chosen} onChoose={() => setChosenId(document.id)} />
          </li>
        ))}
      </ul>
      {/* Each document begins unturned and whole. */}
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
        {about(chosen)}
      </div>
    </Card>
  );
}

type ThumbnailProps = {
  readonly document: CaseDocument;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

function Thumbnail({ document, isChosen, onChoose }: ThumbnailProps) {
  const state = STATE_WORDS[document.state];
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className={cx(
        'flex w-28 flex-col gap-1 rounded border p-1 text-left text-small transition-colors hover:bg-hover',
        isChosen ? 'border-primary outline-2 outline-primary -outline-offset-1' : 'border-line',
      )}
    >
      <span className={cx('grid h-16 place-items-center overflow-hidden rounded-sm bg-sunken', state && 'opacity-60')}>
        {document.hasPicture ? (
          <img src={pictureOf(document)} alt="" loading="lazy" className="h-full w-full object-cover" />
        ) : (
          <FileText aria-hidden className="size-6 text-muted" />
        )}
      </span>
      <span className="px-0.5">
        {documentTitle(document)}
        {state && <span className="block text-muted">{state}</span>}
      </span>
    </button>
  );
}
