import {
  type Asked,
  englishDocumentKinds,
  englishRequirementCodes,
  isAnsweredOtherwise,
  labelOf,
  type Pin,
  type ProgramView,
} from '@gatehouse/domain';
import { ItemInstructions } from '#ui/item-instructions.tsx';
import { answerBy, askOf, type DraftItem } from './draft.ts';

type ItemPreviewProps = { readonly item: DraftItem; readonly program: ProgramView };

/** The customer's card of an item: what, why, what to do, and a good answer. */
export function ItemPreview({ item, program }: ItemPreviewProps) {
  if (!item.code) return <p className="text-muted">Choose what to ask for, and it appears here.</p>;
  const { sentence, good, bad } = englishRequirementCodes[item.code];
  return (
    <div className="flex flex-col gap-4">
      <p>
        <span className="block text-muted text-small">{aboutOf(item, program)}</span>
        <span className="font-semibold text-h3">{sentence}</span>
      </p>
      <ItemInstructions next={nextOf(askOf(item))} message={item.message.trim() || null} good={good} bad={bad} />
      {item.pin && <MarkedScan pin={item.pin} />}
    </div>
  );
}

/** The instructions for the customer, in English. */
function nextOf(asked: Asked): string {
  const copy: { readonly next: string; readonly nextBy?: string } = englishRequirementCodes[asked.code];
  return (isAnsweredOtherwise(asked) ? copy.nextBy : undefined) ?? copy.next;
}

function aboutOf(item: DraftItem, program: ProgramView): string {
  const by = answerBy(item);
  if (by === 'document' && item.documentKind) return englishDocumentKinds[item.documentKind].label;
  return by === 'field' && item.field ? labelOf(program, item.field) : 'A question';
}

/** The scan as the customer sees it, with a ring at the pin. */
function MarkedScan({ pin }: { readonly pin: Pin }) {
  return (
    <figure className="flex flex-col gap-tight">
      <div className="relative w-fit overflow-hidden rounded border border-line bg-sunken">
        <img
          src={`/api/files/${pin.documentId}?for=desk&as=picture`}
          alt="The document, as they sent it"
          className="max-h-96"
        />
        <span
          aria-hidden
          className="absolute size-11 -translate-x-1/2 -translate-y-1/2 rounded-full border-4 border-danger ring-2 ring-canvas"
          style={{ left: `${pin.x * 100}%`, top: `${pin.y * 100}%` }}
        />
      </div>
      <figcaption className="text-muted text-small">The red ring marks the place that we mean.</figcaption>
    </figure>
  );
}
