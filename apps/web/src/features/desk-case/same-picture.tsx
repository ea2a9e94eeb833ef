import { TriangleAlert } from 'lucide-react';
import { RelativeTime } from '#ui/relative-time.tsx';
import { type CaseDocument, documentPhrase } from './document-copy.ts';
import { Thumbnail } from './thumbnail.tsx';

type SamePictureProps = {
  readonly document: CaseDocument;
  readonly documents: readonly CaseDocument[];
  readonly now: string;
  /** The id of the shown document. */
  readonly chosenId: string | null;
  readonly onChoose: (documentId: string) => void;
};

/** Shows that an upload repeats an earlier file, with thumbnails of both. */
export function SamePicture({ document, documents, now, chosenId, onChoose }: SamePictureProps) {
  const earlier = documents.find(({ id }) => id === document.sameAs?.id);
  if (!earlier) return null;
  return (
    <div className="flex flex-col gap-1">
      <p className="flex items-start gap-1.5 font-semibold text-on-attention">
        <TriangleAlert aria-hidden className="mt-0.5 size-icon shrink-0" />
        <span>
          The same {document.type?.startsWith('image/') ? 'picture' : 'file'} as {documentPhrase(earlier)}
          {earlier.uploadedAt && (
            <>
              {' '}
              uploaded <RelativeTime value={earlier.uploadedAt} now={now} />
            </>
          )}
        </span>
      </p>
      <ul className="flex flex-wrap gap-2">
        {[document, earlier].map((each) => (
          <li key={each.id}>
            <Thumbnail document={each} isChosen={each.id === chosenId} onChoose={() => onChoose(each.id)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
