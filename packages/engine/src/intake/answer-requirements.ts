import { insert, schema, update, type Write } from '@gatehouse/db';
import {
  answers,
  answerTo,
  type DocumentFact,
  isAnswered,
  isOpen,
  message,
  type Profile,
  Refusal,
  requirementLifecycle,
} from '@gatehouse/domain';
import type { DocumentRow } from '../record/data.ts';
import type { CustomerRecord } from '../record/load.ts';
import { askedOf, askedRow, type RequirementRow, sealTexts, textsOf } from '../record/requirements.ts';

type Given = {
  readonly fields: readonly string[];
  readonly documents: {
    readonly current: readonly DocumentFact[];
    readonly attached: readonly DocumentRow[];
    readonly removed: readonly DocumentRow[];
  };
  readonly texts: readonly { requirementId: string; text: string }[];
  readonly profile: Profile;
};

type Answered = {
  /** The items that this change answers. */
  readonly now: RequirementRow[];
  /** The number of items that get a comment. */
  readonly commented: number;
  readonly open: RequirementRow[];
  readonly all: RequirementRow[];
  readonly writes: Write[];
};

/**
 * Applies a change to open items. Each is answered only by what it asks for: a change of its field, an upload of its
 * kind, or text. Text on other items is kept as a comment and leaves them open. A required field that the change
 * empties becomes a new item, and removing an upload reopens its item, so that neither stays unnoticed.
 */
export function answer(record: CustomerRecord, known: readonly RequirementRow[], given: Given): Answered {
  const texts = textsById(known, given);
  const after = known.map((row): RequirementRow => {
    if (isUndone(row, given))
      return { ...row, status: requirementLifecycle.step(row.status, 'askAgain'), answeredAt: null };
    if (!isOpen(row)) return row;
    const text = texts.get(row.id);
    const said = text === undefined ? row : { ...row, sealed: withText(record, row, text) };
    return isAnsweredBy(row, given, text)
      ? { ...said, status: requirementLifecycle.step(row.status, 'answer'), answeredAt: record.now }
      : said;
  });
  const changed = after.filter((row, index) => row !== known[index]);
  const emptied = known.length > 0 ? emptiedItems(record, given, after) : [];
  const all = [...after, ...emptied];
  return {
    now: changed.filter(isAnswered),
    commented: known.filter((row) => texts.has(row.id) && !takesText(row)).length,
    open: all.filter(isOpen),
    all,
    writes: [
      update(
        schema.requirement,
        changed.map(({ tenantId, id, status, answeredAt, sealed }) => ({ tenantId, id, status, answeredAt, sealed })),
      ),
      insert(schema.requirement, emptied),
    ].filter((write) => write.rows.length > 0),
  };
}

const takesText = (row: RequirementRow): boolean => answerTo(askedOf(row)).by === 'text';

/** The texts by item. @throws NOT_FOUND, and UPDATE_NOT_ALLOWED for an item that is not open. */
function textsById(known: readonly RequirementRow[], { texts }: Given): Map<string, string> {
  for (const { requirementId } of texts) {
    const item = known.find((row) => row.id === requirementId);
    if (!item) throw new Refusal('NOT_FOUND');
    if (!isOpen(item)) throw new Refusal('UPDATE_NOT_ALLOWED', { says: message('refusals.decisions.itemClosed') });
  }
  return new Map(texts.map((each) => [each.requirementId, each.text]));
}

function isAnsweredBy(row: RequirementRow, { fields, profile, documents }: Given, text: string | undefined): boolean {
  const asked = askedOf(row);
  const given = fields.filter((field) => profile[field] !== undefined);
  return (
    (text !== undefined && takesText(row)) ||
    answers(asked, { fields: given }) ||
    documents.attached.some((document) => answers(asked, { document: uploadFor(row, document) }))
  );
}

function withText(record: CustomerRecord, row: RequirementRow, text: string): Buffer | null {
  const words = textsOf(record, row);
  if (takesText(row)) return sealTexts(record, { ...words, answer: text });
  const comment = { text, at: record.now.toISOString() };
  return sealTexts(record, { ...words, comments: [...(words.comments ?? []), comment] });
}

const uploadFor = (row: RequirementRow, { kind, side, requirementId }: DocumentRow) => ({
  kind,
  side,
  isFor: requirementId === row.id,
});

/** An item that an upload answered is reopened when that upload is removed and no other answer is left. */
function isUndone(row: RequirementRow, { documents }: Given): boolean {
  if (!isAnswered(row)) return false;
  const asked = askedOf(row);
  return (
    documents.removed.some((document) => answers(asked, { document: uploadFor(row, document) })) &&
    !documents.current.some((left) => answers(asked, { document: { ...left, isFor: false } }))
  );
}

function emptiedItems(record: CustomerRecord, given: Given, all: readonly RequirementRow[]): RequirementRow[] {
  const round = Math.max(0, ...all.map((row) => row.round));
  const isAsked = (field: string): boolean =>
    all.some((row) => isOpen(row) && answers(askedOf(row), { fields: [field] }));
  return given.fields
    .filter((field) => given.profile[field] === undefined && record.program.fields[field]?.required && !isAsked(field))
    .map((field) => askedRow(record, { code: 'CLARIFICATION', target: { field } }, 'engine', round, null));
}
