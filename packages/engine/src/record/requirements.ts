import { schema } from '@gatehouse/db';
import {
  type Asked,
  type Asker,
  answerTo,
  type CommentView,
  DUE_DAYS,
  howToAnswer,
  type Language,
  labelOf,
  later,
  message,
  newId,
  type Pin,
  type Program,
  type RequirementAsk,
  type RequirementTarget,
  type RequirementView,
  requirementLifecycle,
  type StoredMessage,
  say,
  showId,
  storedMessage,
  viewIn,
} from '@gatehouse/domain';
import { and, eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { CustomerRecord } from './load.ts';
import { languageFor } from './tenant-language.ts';

export type RequirementRow = typeof schema.requirement.$inferSelect;

/** The sealed part of an item: the free text of the reviewer and of the customer. */
export type RequirementTexts = {
  customerMessage?: string;
  /** What a check adds to the code. */
  says?: readonly StoredMessage[];
  internalNote?: string;
  pin?: Pin;
  answer?: string;
  /** Comments on an item that a document or a field answers, oldest first. */
  comments?: readonly CommentView[];
};

/** All items of this customer, oldest first. */
export async function loadRequirements(deps: Deps, record: CustomerRecord): Promise<RequirementRow[]> {
  const { tenantId, id } = record.customer;
  return deps.db
    .select()
    .from(schema.requirement)
    .where(and(eq(schema.requirement.tenantId, tenantId), eq(schema.requirement.customerId, id)))
    .orderBy(schema.requirement.askedAt, schema.requirement.id);
}

export const textsOf = (record: CustomerRecord, row: Pick<RequirementRow, 'sealed'>): RequirementTexts =>
  row.sealed ? record.key.open<RequirementTexts>('requirement', row.sealed) : {};

/** Null when there is nothing to seal. */
export function sealTexts(
  record: CustomerRecord,
  words: { [Word in keyof RequirementTexts]?: RequirementTexts[Word] | undefined },
): Buffer | null {
  return Object.values(words).some((word) => word) ? record.key.seal('requirement', words) : null;
}

const targetOf = (row: Pick<RequirementRow, 'field' | 'documentKind'>): RequirementTarget => ({
  ...(row.field ? { field: row.field } : {}),
  ...(row.documentKind ? { documentKind: row.documentKind } : {}),
});

/** The stored request of an item, which decides what answers it. */
export const askedOf = (row: Pick<RequirementRow, 'code' | 'field' | 'documentKind'>): Asked => ({
  code: row.code,
  target: targetOf(row),
});

/** A new item as a row. */
export function askedRow(
  record: CustomerRecord,
  ask: RequirementAsk,
  askedBy: Asker,
  round: number,
  runId: string | null,
): RequirementRow {
  const { customerMessage, says, internalNote, pin } = ask;
  return {
    tenantId: record.customer.tenantId,
    id: newId(),
    customerId: record.customer.id,
    runId,
    code: ask.code,
    field: ask.target.field ?? null,
    documentKind: ask.target.documentKind ?? null,
    sealed: sealTexts(record, { customerMessage, says, internalNote, pin }),
    status: requirementLifecycle.initial,
    round,
    dueAt: later(record.now, DUE_DAYS * 24 * 3600 * 1000),
    askedBy,
    askedAt: record.now,
    answeredAt: null,
    settledAt: null,
  };
}

/** An item in an event, without free text. */
export const inEvent = (
  { program, customer }: Pick<CustomerRecord, 'program' | 'customer'>,
  row: RequirementRow,
): RequirementView => viewRequirement(program, row, languageFor(customer));

/** An item in an answer. */
export const viewRequirement = (program: Program, row: RequirementRow, language: Language): RequirementView => ({
  id: showId('requirement', row.id),
  code: row.code,
  target: targetOf(row),
  message: say(language, message(`requirementCodes.${row.code}.sentence`)),
  status: row.status,
  dueAt: row.dueAt?.toISOString() ?? null,
  answeredBy: answerTo(askedOf(row)).by,
  howToAnswer: say(language, howToAnswer(viewIn(program, language), askedOf(row))),
});

/** The message for the customer: the reviewer's own, or what a check or the engine says of the field or the file. */
export function customerMessageOf(
  program: Program,
  row: Pick<RequirementRow, 'askedBy' | 'field'>,
  { customerMessage, says = [] }: RequirementTexts,
  language: Language,
): string | null {
  if (customerMessage !== undefined) return customerMessage;
  const label = row.field ? labelOf(viewIn(program, language), row.field) : '';
  const said = says.flatMap((stored) => {
    const known = storedMessage(stored);
    return known
      ? capitalized(say(language, known.args?.label ? { ...known, args: { ...known.args, label } } : known))
      : [];
  });
  if (said.length > 0) return said.join(' ');
  if (row.askedBy !== 'engine' || !row.field) return null;
  return say(language, message('requirements.emptied', { field: label }));
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
