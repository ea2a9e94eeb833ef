import { createHash, randomBytes } from 'node:crypto';
import { type Actor, type Mode, newId, type RealTime, SCOPES, type Scope } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Makes a key of 256 random bits. Only this answer contains it; the database stores its hash. */
export async function createApiKey(
  deps: Pick<Deps, 'sql' | 'now'>,
  input: { tenantId: string; mode: Mode; name: string; scopes?: readonly Scope[] },
): Promise<{ id: string; key: string }> {
  const key = `gh_${input.mode.toLowerCase()}_${randomBytes(32).toString('base64url')}`;
  const id = newId();
  await deps.sql`insert into api_key (tenant_id, id, name, prefix, hash, scopes, created_at)
    values (${input.tenantId}, ${id}, ${input.name}, ${key.slice(0, 12)}, ${hashOf(key)}, ${[...(input.scopes ?? SCOPES)]}, ${deps.now()})`;
  return { id, key };
}

/** A key's last use is written at most once in this many milliseconds. */
const NOTE_USE = 60_000;

/**
 * Returns the app of a key, or null for an unknown, revoked or expired one. The lookup uses a hash of 256 random bits,
 * so its timing reveals nothing about any key.
 */
export async function authenticateKey(deps: Deps, key: string): Promise<Extract<Actor, { kind: 'app' }> | null> {
  if (!/^gh_(test|live)_[\w-]{43}$/.test(key)) return null;
  const now = deps.now();
  const [row] = await deps.sql<
    { id: string; tenant_id: string; mode: Mode; scopes: Scope[]; last_used_at: RealTime | null }[]
  >`
    select k.id, k.tenant_id, t.mode, k.scopes, k.last_used_at from api_key k join tenant t on t.id = k.tenant_id
    where k.hash = ${hashOf(key)} and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${now})`;
  if (!row) return null;
  if (!row.last_used_at || now.getTime() - row.last_used_at.getTime() > NOTE_USE)
    void deps.sql`update api_key set last_used_at = ${now} where tenant_id = ${row.tenant_id} and id = ${row.id}`.catch(
      () => {},
    );
  return { kind: 'app', tenantId: row.tenant_id, mode: row.mode, keyId: row.id, scopes: row.scopes };
}
