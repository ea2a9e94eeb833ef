import { DOCUMENT_KINDS, INDIVIDUAL_FIELDS, REQUIREMENT_CODES } from '@gatehouse/domain';
import { answerBy, type DraftItem } from './draft.ts';

/** One card of the customer's request: what, why, what to do, and what a good answer looks like. */
export function ItemPreview({ item }: { readonly item: DraftItem }) {
  if (!item.code) return <p className="text-muted">Choose what to ask for, and it appears here.</p>;
  const { sentence, next, good, bad } = REQUIREMENT_CODES[item.code];
  const by = answerBy(item);
  const about =
    by === 'document' && item.documentKind
      ? DOCUMENT_KINDS[item.documentKind].label
      : by === 'field' && item.field
        ? INDIVIDUAL_FIELDS[item.field].label
        : null;
  return (
    <div className="flex flex-col gap-2">
      <p className="font-semibold text-h3">{sentence}</p>
      {about && <p className="font-semibold">{about}</p>}
      {item.message.trim() && (
        <p className="whitespace-pre-wrap break-words border-line-strong border-l-4 pl-3">{item.message.trim()}</p>
      )}
      <p>{next}</p>
      <p className="text-muted text-small">
        Good: {good}
        <br />
        Not good: {bad}
      </p>
      {item.pin && <p className="text-muted text-small">With your pin on the document they sent.</p>}
    </div>
  );
}
