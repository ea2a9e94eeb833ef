import { type Asker, isAnswered, type RequirementAsk, requirementLifecycle } from '@gatehouse/domain';
import type { CustomerRecord } from '../record/load.ts';
import { askedRow, type RequirementRow, sealTexts, textsOf } from '../record/requirements.ts';

type Asking = {
  readonly asks: readonly RequirementAsk[];
  /** The source of the item: a kind of check, or a person. */
  readonly askerOf: (ask: RequirementAsk) => Asker;
  readonly runId: string;
};
type Asked = {
  /** Answered items that are asked again: reopened with the new message. */
  readonly again: RequirementRow[];
  readonly fresh: RequirementRow[];
  /** Answered items that are not asked again. */
  readonly accepted: RequirementRow[];
};

/** Matches requests to a new round: an answered item is reopened under its own id, at most once. */
export function ask(record: CustomerRecord, known: readonly RequirementRow[], { asks, askerOf, runId }: Asking): Asked {
  const round = Math.max(0, ...known.map((row) => row.round)) + 1;
  const accepted = known.filter(isAnswered);
  const again: RequirementRow[] = [];
  const fresh: RequirementRow[] = [];
  for (const each of asks) {
    const asked = askedRow(record, each, askerOf(each), round, runId);
    const at = accepted.findIndex((row) => sameThing(record, row, each));
    const [before] = at < 0 ? [] : accepted.splice(at, 1);
    if (!before) fresh.push(asked);
    else {
      const { answer, comments } = textsOf(record, before);
      again.push({
        ...asked,
        id: before.id,
        status: requirementLifecycle.step(before.status, 'askAgain'),
        sealed: sealTexts(record, { ...textsOf(record, asked), answer, comments }),
      });
    }
  }
  return { again, fresh, accepted };
}

/** Questions without a target are equal only when their texts are, so that none replaces another. */
function sameThing(
  record: CustomerRecord,
  row: RequirementRow,
  { code, target, customerMessage, says }: RequirementAsk,
): boolean {
  if (row.code !== code || (row.field ?? undefined) !== target.field) return false;
  if ((row.documentKind ?? undefined) !== target.documentKind) return false;
  if (target.field || target.documentKind) return true;
  const before = textsOf(record, row);
  return before.customerMessage === customerMessage && JSON.stringify(before.says) === JSON.stringify(says);
}
