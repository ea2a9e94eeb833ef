import { createHash } from 'node:crypto';
import { Refusal } from '@gatehouse/domain';
import type { Deps } from './deps.ts';

/** How long an answer is kept, how long a repeat waits for a running first one, and when a first one counts as dead. In milliseconds. */
const KEPT = 24 * 3600_000;
const WAIT = 15_000;
const DEAD = 60_000;
const POLL = 40;

type Request = { readonly tenantId: string; readonly key: string; readonly procedure: string; readonly input: unknown };

/**
 * Runs a request once per key: repeats get the same answer, also when two hundred come at once. The answer is kept
 * encrypted. A refusal is not kept, for nothing was done and the next try may fare better.
 *
 * @throws IDEMPOTENCY_MISMATCH when the key was used for something else; IDEMPOTENCY_IN_PROGRESS when the first takes too long.
 */
export async function once<T>(deps: Deps, request: Request, run: () => Promise<T>): Promise<T> {
  const hash = createHash('sha256').update(request.procedure).update(JSON.stringify(request.input)).digest();
  const started = Date.now();
  for (;;) {
    if (await claim(deps, request, hash)) break;
    const [kept] = await deps.sql<{ request_hash: Buffer; answer: Buffer | null; key_id: string | null }[]>`
      select request_hash, answer, key_id from idempotency_key where tenant_id = ${request.tenantId} and key = ${request.key}`;
    if (kept && !kept.request_hash.equals(hash)) throw new Refusal('IDEMPOTENCY_MISMATCH');
    if (kept?.answer) return deps.vault.own(kept.key_id ?? undefined).open<{ answer: T }>('answer', kept.answer).answer;
    if (Date.now() - started > WAIT) throw new Refusal('IDEMPOTENCY_IN_PROGRESS');
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
  try {
    const answer = await run();
    const sealed = deps.vault.own().seal('answer', { answer });
    await deps.sql`update idempotency_key set answer = ${sealed}, key_id = ${deps.vault.keyId} where tenant_id = ${request.tenantId} and key = ${request.key}`;
    return answer;
  } catch (error) {
    await deps.sql`delete from idempotency_key where tenant_id = ${request.tenantId} and key = ${request.key} and answer is null`;
    throw error;
  }
}

/** Takes the key: a new one, one whose day is over, or one whose first request died without an answer. */
async function claim(deps: Deps, { tenantId, key, procedure }: Request, hash: Buffer): Promise<boolean> {
  const now = deps.now();
  const taken = await deps.sql`
    insert into idempotency_key (tenant_id, key, procedure, request_hash, created_at) values (${tenantId}, ${key}, ${procedure}, ${hash}, ${now})
    on conflict (tenant_id, key) do update set procedure = excluded.procedure, request_hash = excluded.request_hash, answer = null, created_at = excluded.created_at
    where idempotency_key.created_at < ${new Date(now.getTime() - KEPT)}
      or (idempotency_key.answer is null and idempotency_key.request_hash = excluded.request_hash and idempotency_key.created_at < ${new Date(now.getTime() - DEAD)})`;
  return taken.count === 1;
}
