import { FileText } from 'lucide-react';
import { cx } from '#ui/cx.ts';
import { type CaseDocument, documentTitle, pictureOf, STATE_LABELS } from './document-copy.ts';

type ThumbnailProps = {
  readonly document: CaseDocument;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

/** A thumbnail that selects its document. */
export function Thumbnail({ document, isChosen, onChoose }: ThumbnailProps) {
  const state = STATE_LABELS[document.state];
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className={cx(
        'flex w-28 flex-col gap-1 rounded border p-1 text-start text-small transition-colors hover:bg-hover',
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
