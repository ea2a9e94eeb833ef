import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { within } from '@gatehouse/db';
import { isRefusal, later, type RealTime, Refusal } from '@gatehouse/domain';
import type { TransactionSql } from 'postgres';
import type { Deps } from './deps.ts';
import { answerFor, outcomeOfCommit } from './faults/fault.ts';

/**
 * How long an answer is stored, how long a repeat waits for the running request, and the shortest and longest poll
 * interval. In milliseconds.
 */
const ANSWER_LIFETIME = 24 * 3600_000;
const WAIT = 15_000;
const FIRST_POLL = 20;
const LAST_POLL = 300;
/** How long a request that version 0.1.0 left without an answer counts as running. In milliseconds. */
const LEGACY_RUNNING = 60_000;
/** After this idle time Postgres ends the transaction of a vanished process, and its key is free. In milliseconds. */
const DEAD_CONNECTION = 60_000;

type Request = { readonly tenantId: string; readonly key: string; readonly procedure: string; readonly input: unknown };

/**
 * Runs a request once per key: repeats get the same answer, also simultaneous ones. All writes that `run` makes with
 * its dependencies and the stored answer are one transaction, so after a crash at any point a repeat never does it
 * twice. The answer is stored encrypted. A refusal is not stored, because nothing was done and the next attempt may
 * succeed.
 *
 * @throws IDEMPOTENCY_MISMATCH when the key was used for another request; IDEMPOTENCY_IN_PROGRESS when the running one
 *   takes too long; a fault with its outcome, which is unknown only when the connection broke during the commit.
 */
export async function idempotent<T>(deps: Deps, request: Request, run: (bound: Deps) => Promise<T>): Promise<T> {
  const started = Date.now();
  for (let look = FIRST_POLL; ; look = Math.min(look * 2, LAST_POLL)) {
    const tried = await attempt(deps, request, run);
    if (tried) return tried.answer;
    if (Date.now() - started > WAIT) throw new Refusal('IDEMPOTENCY_IN_PROGRESS');
    await pause(look * (0.5 + Math.random() / 2));
  }
}

/**
 * Makes one attempt, which never waits for another one: a waiting connection would be missing for the running request.
 */
async function attempt<T>(
  deps: Deps,
  request: Request,
  run: (bound: Deps) => Promise<T>,
): Promise<{ answer: T } | null> {
  const changed: Parameters<Deps['announce']>[0][] = [];
  let committing = false;
  try {
    const ended = await deps.sql.begin(async (tx) => {
      const { free, kept } = await takeKey<T>(deps, tx, request);
      if (kept || !free) return kept;
      const answer = await run({ ...deps, ...within(deps.sql, tx), announce: (change) => void changed.push(change) });
      await keep(deps, tx, request, answer);
      committing = true;
      return { answer };
    });
    for (const change of changed) deps.announce(change);
    return ended;
  } catch (error) {
    if (isRefusal(error)) throw error;
    throw answerFor(error, committing ? outcomeOfCommit(error) : 'UNCHANGED');
  }
}

/**
 * Takes the key's lock until the end of the transaction and reads the stored answer. These are two statements in this
 * order, because a statement sees only what was committed before it began.
 */
async function takeKey<T>(deps: Deps, tx: TransactionSql, request: Request) {
  const { tenantId, key } = request;
  const before = (age: number): RealTime => later(deps.now(), -age);
  const [[lock], [kept]] = await Promise.all([
    tx<{ free: boolean }[]>`select pg_try_advisory_xact_lock(${lockOf(request)}::bigint) as free,
      set_config('idle_in_transaction_session_timeout', ${String(DEAD_CONNECTION)}, true)`,
    tx<{ request_hash: Buffer; answer: Buffer | null; key_id: string | null }[]>`
      select request_hash, answer, key_id from idempotency_key where tenant_id = ${tenantId} and key = ${key}
        and created_at >= case when answer is null then ${before(LEGACY_RUNNING)}::timestamptz else ${before(ANSWER_LIFETIME)}::timestamptz end`,
  ]);
  if (kept && !kept.request_hash.equals(hashOf(deps, request))) throw new Refusal('IDEMPOTENCY_MISMATCH');
  const answer = kept?.answer
    ? deps.vault.own(kept.key_id ?? undefined).open<{ answer: T }>('answer', kept.answer)
    : null;
  return { free: lock?.free === true && !kept, kept: answer };
}

async function keep(deps: Deps, tx: TransactionSql, request: Request, answer: unknown): Promise<void> {
  const sealed = deps.vault.own().seal('answer', { answer });
  await tx`insert into idempotency_key (tenant_id, key, procedure, request_hash, answer, key_id, created_at)
    values (${request.tenantId}, ${request.key}, ${request.procedure}, ${hashOf(deps, request)}, ${sealed}, ${deps.vault.keyId}, ${deps.now()})
    on conflict (tenant_id, key) do update set procedure = excluded.procedure, request_hash = excluded.request_hash,
      answer = excluded.answer, key_id = excluded.key_id, created_at = excluded.created_at`;
}

const hashOf = (deps: Deps, { procedure, input }: Request): Buffer =>
  createHash('sha256')
    .update(procedure)
    .update(JSON.stringify(normalForm(deps, input)))
    .digest();

/**
 * Returns the input with the profile's fields in the order and form of their declaration. The API passes a profile on
 * as sent, and the same data in another order is the same request.
 */
function normalForm({ programs }: Deps, input: unknown): unknown {
  const { profile } = Object(input) as { profile?: unknown };
  if (typeof profile !== 'object' || profile === null) return input;
  const sent: Record<string, unknown> = { ...profile };
  const declared = programs
    .flatMap(({ fields }) => Object.entries(fields))
    .filter(([name]) => Object.hasOwn(sent, name));
  const read = declared.map(([name, { schema }]) => [name, schema.safeParse(sent[name]).data ?? sent[name]]);
  const fields = Object.fromEntries(read);
  return { ...Object(input), profile: { ...fields, ...sent, ...fields } };
}

/** The advisory lock's number for a key. Two keys with the same number only wait for each other. */
const lockOf = ({ tenantId, key }: Request): string =>
  createHash('sha256').update(`${tenantId} ${key}`).digest().readBigInt64BE().toString();
