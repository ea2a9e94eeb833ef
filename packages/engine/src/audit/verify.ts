import type { AuditBreak, RealTime } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { link } from '../record/audit-chain.ts';
import type { RecordEvidence } from './evidence.ts';
import { BEFORE_ALL, type Cursor, loadRecord, loadRecordsAfter } from './load-records.ts';
import { lostSeal } from './lost-seal.ts';
import {
  type AuditRun,
  endRun,
  ifUnlocked,
  openRun,
  recordRun,
  saveBreaks,
  saveProgress,
  whenUnlocked,
} from './run.ts';
import { rootOf, sealBody } from './seal.ts';
import { firstBreak } from './verify-record.ts';

/** The pause between two passes of verifying, in milliseconds. */
const EVERY = 10 * 60_000;
/** The number of records or seals per piece, and of pieces per call of the schedule. */
const BATCH = 200;
const BATCHES = 5;

type Verifying = Pick<Deps, 'sql' | 'db' | 'now'>;

/** A piece of a verification: the breaks found, and the number of records or seals verified. */
export type VerifiedPiece = {
  readonly records: number;
  readonly seals: number;
  readonly breaks: readonly AuditBreak[];
};

/** Verifies one record. Null when it has no break. */
export async function verifyOne(deps: Pick<Deps, 'db'>, record: Cursor): Promise<AuditBreak | null> {
  const evidence = await loadRecord(deps, record);
  return evidence && breakOf(evidence);
}

/** Verifies the next records after the cursor. */
export async function verifyRecordsAfter(
  deps: Pick<Deps, 'db'>,
  after: Cursor | null,
  limit = BATCH,
): Promise<{ records: number; breaks: AuditBreak[]; last: Cursor | null }> {
  const { records, last } = await loadRecordsAfter(deps, after ?? BEFORE_ALL, limit);
  return { records: records.length, breaks: records.flatMap((each) => breakOf(each) ?? []), last };
}

function breakOf(record: RecordEvidence): AuditBreak | null {
  const found = firstBreak(record);
  return found && { ...found, tenantId: record.tenantId, customerId: record.customerId };
}

/**
 * Does the next piece of verifying everything, if it is due: first the seals, then the records in the order of their
 * ids. One worker at a time; the others skip.
 *
 * @returns the breaks found in this piece.
 */
export async function verifyNext(deps: Verifying): Promise<readonly AuditBreak[]> {
  const found = await ifUnlocked(deps, 'VERIFY', async () => {
    const breaks: AuditBreak[] = [];
    const run = await openRun(deps, 'VERIFY', EVERY);
    if (run) for await (const piece of continueVerifying(deps, run, BATCHES)) breaks.push(...piece.breaks);
    return breaks;
  });
  return found ?? [];
}

/** Verifies everything now, regardless of other runs. An open run is ended. */
export function verifyAll(deps: Verifying, tell: (piece: VerifiedPiece) => void): Promise<void> {
  return whenUnlocked(deps, 'VERIFY', async () => {
    const startedAt = deps.now();
    const breaks: AuditBreak[] = [];
    let [seals, records] = [0, 0];
    for await (const piece of piecesFrom(deps, { seals: 0, cursor: null })) {
      tell(piece);
      seals += piece.seals;
      records += piece.records;
      breaks.push(...piece.breaks);
    }
    await recordRun(deps, 'VERIFY', startedAt, { seals, records, breaks });
  });
}

async function* continueVerifying(deps: Verifying, begun: AuditRun, pieces: number): AsyncGenerator<VerifiedPiece> {
  let [run, done] = [begun, 0];
  for await (const piece of piecesFrom(deps, begun)) {
    run = await deps.sql.begin(async (tx) => {
      await saveBreaks(tx, run, piece.breaks, deps.now());
      const seals = run.seals + piece.seals;
      const saved = await saveProgress(tx, run, { cursor: piece.last, seals, records: piece.records });
      if (piece.isLast) await endRun(tx, run, deps.now());
      return saved;
    });
    yield piece;
    done += 1;
    if (done === pieces) return;
  }
}

type Piece = VerifiedPiece & { readonly last: Cursor | null; readonly isLast: boolean };

/** Continues from a run's progress: first the seals, then lost seals and the records. */
async function* piecesFrom(
  deps: Verifying,
  { seals: seen, cursor }: Pick<AuditRun, 'seals' | 'cursor'>,
): AsyncGenerator<Piece> {
  const [newest] = await deps.sql<{ number: number | null }[]>`select max(number) as number from audit_seal`;
  for (let after = seen; after < (newest?.number ?? 0); after += BATCH) {
    const seals = Math.min((newest?.number ?? 0) - after, BATCH);
    yield { seals, records: 0, breaks: await sealBreaks(deps, after, seals), last: cursor, isLast: false };
  }
  const lost = cursor ? null : await lostSeal(deps);
  for (let at = cursor, isFirst = true, isLast = false; !isLast; isFirst = false) {
    const { records, breaks, last } = await verifyRecordsAfter(deps, at);
    isLast = last === null;
    at = last;
    yield { seals: 0, records, breaks: isFirst && lost ? [lost, ...breaks] : breaks, last, isLast };
  }
}

/** Verifies the next seals after a number. */
async function sealBreaks(deps: Pick<Deps, 'sql'>, after: number, count: number): Promise<AuditBreak[]> {
  const breaks: AuditBreak[] = [];
  for (let number = after + 1; number <= after + count; number += 1)
    if (!(await sealHolds(deps, number))) breaks.push({ what: 'SEAL', seal: number });
  return breaks;
}

/** Whether a seal exists, links to the previous one, matches its hash, and covers its leaves. */
async function sealHolds({ sql }: Pick<Deps, 'sql'>, number: number): Promise<boolean> {
  const [seal] = await sql<
    {
      body: string;
      at: RealTime;
      leaves: number;
      root: Buffer;
      previous: Buffer | null;
      hash: Buffer;
      before: Buffer | null;
    }[]
  >`select s.body, s.at, s.leaves, s.root, s.previous, s.hash, p.hash as before
    from audit_seal s left join audit_seal p on p.number = s.number - 1 where s.number = ${number}`;
  const covered = await rootOf(sql, number);
  return (
    seal !== undefined &&
    Buffer.compare(seal.previous ?? NOTHING, seal.before ?? NOTHING) === 0 &&
    seal.hash.equals(link(seal.previous, seal.body)) &&
    seal.body === sealBody({ number, ...seal }) &&
    seal.root.equals(covered.root) &&
    seal.leaves === covered.count
  );
}

const NOTHING = Buffer.alloc(0);
