import { insert, schema, update, type Write } from '@gatehouse/db';
import {
  answers,
  type DocumentFact,
  INDIVIDUAL_FIELDS,
  type IndividualField,
  type IndividualProfile,
  Refusal,
} from '@gatehouse/domain';
import type { DocumentRow } from '../customers/data.ts';
import type { Deps } from '../deps.ts';
import type { CustomerRecord } from '../record.ts';
import { askedRow, loadRequirements, type RequirementRow, targetOf, wordsOf } from './load.ts';

type Given = {
  readonly fields: readonly IndividualField[];
  readonly documents: {
    readonly current: readonly DocumentFact[];
    readonly attached: readonly DocumentRow[];
    readonly removed: readonly DocumentRow[];
  };
  readonly texts: readonly { requirementId: string; text: string }[];
  readonly profile: IndividualProfile;
};

type Answered = {
  /** The items that this change answers. */
  readonly now: RequirementRow[];
  readonly open: RequirementRow[];
  readonly all: RequirementRow[];
  readonly writes: Write[];
};

/**
 * Which open items a change answers: by changing their field, by attaching their kind of document, or in words. A
 * required field that the change empties becomes an item of its own, and an upload that it takes out leaves its item
 * open, so that neither can slip through.
 */
export async function answer(deps: Deps, record: CustomerRecord, given: Given): Promise<Answered> {
  const known = await loadRequirements(deps, record);
  const texts = new Map(given.texts.map((each) => [each.requirementId, each.text]));
  for (const id of texts.keys()) {
    const item = known.find((row) => row.id === id);
    if (!item) throw new Refusal('NOT_FOUND');
    if (item.status !== 'OPEN') throw new Refusal('UPDATE_NOT_ALLOWED', 'This item is not open any more.');
  }
  const isAnswered = (row: RequirementRow): boolean =>
    texts.has(row.id) ||
    answers(targetOf(row), { fields: given.fields.filter((field) => given.profile[field] !== undefined) }) ||
    given.documents.attached.some(
      (document) => answers(targetOf(row), { documentKind: document.kind }) || document.requirementId === row.id,
    );
  const after = known.map((row): RequirementRow => {
    if (isUndone(record, row, given)) return { ...row, status: 'OPEN', answeredAt: null };
    if (row.status !== 'OPEN' || !isAnswered(row)) return row;
    const text = texts.get(row.id);
    const sealed = text ? record.key.seal('requirement', { ...wordsOf(record, row), answer: text }) : row.sealed;
    return { ...row, status: 'ANSWERED', answeredAt: record.now, sealed };
  });
  const changed = after.filter((row, index) => row !== known[index]);
  const emptied = known.length > 0 ? emptiedItems(record, given, after) : [];
  const all = [...after, ...emptied];
  return {
    now: changed.filter((row) => row.status === 'ANSWERED'),
    open: all.filter((row) => row.status === 'OPEN'),
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

/** An item that an upload answered is open again when that upload is taken out and none of its kind is left. */
function isUndone(record: CustomerRecord, row: RequirementRow, { documents }: Given): boolean {
  if (row.status !== 'ANSWERED' || wordsOf(record, row).answer) return false;
  return documents.removed.some(
    ({ kind, requirementId }) =>
      (row.documentKind === kind || row.id === requirementId) && !documents.current.some((left) => left.kind === kind),
  );
}

function emptiedItems(record: CustomerRecord, given: Given, all: readonly RequirementRow[]): RequirementRow[] {
  const round = Math.max(0, ...all.map((row) => row.round));
  const isAsked = (field: string): boolean => all.some((row) => row.status === 'OPEN' && row.field === field);
  return given.fields
    .filter((field) => given.profile[field] === undefined && INDIVIDUAL_FIELDS[field].required && !isAsked(field))
    .map((field) =>
      askedRow(
        record,
        {
          code: 'CLARIFICATION',
          target: { field },
          customerMessage: `${INDIVIDUAL_FIELDS[field].label} is empty now. Please give it again.`,
        },
        'engine',
        round,
        null,
      ),
    );
}
