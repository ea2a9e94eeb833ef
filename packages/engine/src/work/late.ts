import { type JobName, later, type RealTime } from '@gatehouse/domain';
import type { PendingQuery, Row } from 'postgres';
import type { Deps } from '../deps.ts';
import { waitingEvents } from './relay.ts';
import { SCHEDULE, type TaskName } from './schedule.ts';
import { WAITING_ROWS } from './table.ts';
import { countLate } from './waiting-rows.ts';

/** The age at which waiting work is late, in milliseconds. A running worker always does it sooner. */
const LATE_AFTER = 60_000;

/** Late work of one kind, and how much of it. */
export type LateWork = { readonly what: 'relay' | JobName | TaskName; readonly late: number };

/** Counts the work that was due more than a minute ago, by job or task. */
export async function lateWork({ sql, now }: Pick<Deps, 'sql' | 'now'>): Promise<LateWork[]> {
  const before = (age: number): RealTime => later(now(), -age);
  const found: LateWork[] = [];
  const counted = async (what: LateWork['what'], rows: PendingQuery<Row[]>): Promise<void> => {
    const [row] = await sql<{ late: number }[]>`select count(*)::int as late from (${rows}) waiting`;
    found.push({ what, late: row?.late ?? 0 });
  };
  await counted('relay', waitingEvents(sql, before(LATE_AFTER)));
  for (const [what, rows] of WAITING_ROWS) found.push({ what, late: await countLate(sql, rows, before(LATE_AFTER)) });
  for (const [what, task] of Object.entries(SCHEDULE) as [TaskName, (typeof SCHEDULE)[TaskName]][])
    if ('waiting' in task) await counted(what, task.waiting(sql, before(LATE_AFTER + task.every)));
  return found.filter(({ late }) => late > 0);
}
