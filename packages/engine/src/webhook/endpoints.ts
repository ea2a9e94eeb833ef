import { schema } from '@gatehouse/db';
import {
  type EndpointInputs,
  type EndpointView,
  EventType,
  isEnabled,
  later,
  message,
  newId,
  type RealTime,
  Refusal,
  realTime,
  SECRET_OVERLAP,
  showId,
  webhookEndpointLifecycle,
} from '@gatehouse/domain';
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { tenantNow } from '../record/tenant-clock.ts';
import { type AppActor, requireApp } from '../tenancy.ts';
import { checkAddress } from './address.ts';
import { newSecret } from './sign.ts';

export type EndpointRow = typeof schema.webhookEndpoint.$inferSelect;
/** A signing secret, and the end of its overlap after a rotation. */
export type Secret = { readonly secret: string; readonly until: string | null };

const viewEndpoint = (row: EndpointRow): EndpointView => ({
  id: showId('endpoint', row.id),
  url: row.url,
  description: row.description,
  eventTypes: row.eventTypes,
  status: row.status,
  disabledBecause: row.disabledBecause,
  lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
  failingSince: row.failingSince?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});

/** The overlap uses real time: a receiver needs real hours to switch, whatever its tenant's clock shows. */
const isLive = ({ until }: Secret, now: RealTime): boolean => until === null || realTime(until) > now;

const openSecrets = (deps: Deps, row: Pick<EndpointRow, 'secrets' | 'keyId'>): Secret[] =>
  deps.vault.own(row.keyId).open<Secret[]>('webhook-secrets', row.secrets);

/** The secrets that sign now: all live ones during a rotation's overlap. */
export const liveSecrets = (deps: Deps, row: EndpointRow): string[] =>
  openSecrets(deps, row)
    .filter((each) => isLive(each, deps.now()))
    .map((each) => each.secret);

function sealSecrets(deps: Deps, secrets: readonly Secret[]): Pick<EndpointRow, 'secrets' | 'keyId'> {
  return { secrets: deps.vault.own().seal('webhook-secrets', secrets), keyId: deps.vault.keyId };
}

/** The health of an endpoint without attempts: its breaker is closed. */
const UNTRIED = { failingSince: null, failures: 0, probeAt: null, slow: false } as const;

/** Registers an endpoint. Only this answer contains the secret. */
export async function create(
  deps: Deps,
  actor: AppActor,
  input: EndpointInputs['create'],
): Promise<EndpointView & { secret: string }> {
  requireApp(actor, 'webhooks:manage');
  refuseAddress(deps, input.url);
  refusePlanned(input.eventTypes);
  const secret = newSecret();
  const row: EndpointRow = {
    tenantId: actor.tenantId,
    id: newId(),
    url: input.url,
    description: input.description ?? '',
    eventTypes: [...(input.eventTypes ?? [])],
    status: webhookEndpointLifecycle.initial,
    disabledBecause: null,
    ...sealSecrets(deps, [{ secret, until: null }]),
    createdAt: await tenantNow(deps, actor.tenantId),
    lastSuccessAt: null,
    removedAt: null,
    ...UNTRIED,
  };
  await deps.db.insert(schema.webhookEndpoint).values(row);
  return { ...viewEndpoint(row), secret };
}

export async function list(deps: Deps, actor: AppActor): Promise<EndpointView[]> {
  requireApp(actor, 'webhooks:manage');
  const table = schema.webhookEndpoint;
  const rows = await deps.db
    .select()
    .from(table)
    .where(and(eq(table.tenantId, actor.tenantId), isNull(table.removedAt)))
    .orderBy(desc(table.createdAt));
  return rows.map(viewEndpoint);
}

export const get = async (deps: Deps, actor: AppActor, id: string): Promise<EndpointView> =>
  viewEndpoint(await find(deps, actor, id));

/**
 * Updates only the given fields of an endpoint, because a delivery may disable it at the same moment. Enabling a
 * disabled endpoint or changing its URL resets its health.
 */
export async function update(deps: Deps, actor: AppActor, input: EndpointInputs['update']): Promise<EndpointView> {
  const row = await find(deps, actor, input.endpointId);
  const { url, description, eventTypes, status } = input;
  if (url !== undefined) refuseAddress(deps, url);
  refusePlanned(eventTypes, row.eventTypes);
  const changed = {
    ...(url === undefined ? {} : { url }),
    ...(description === undefined ? {} : { description }),
    ...(eventTypes === undefined ? {} : { eventTypes: [...eventTypes] }),
    ...(status === undefined ? {} : { status }),
    ...(status && status !== row.status ? { disabledBecause: null, ...UNTRIED } : {}),
    ...(url !== undefined && url !== row.url ? UNTRIED : {}),
  };
  if (Object.keys(changed).length > 0) await write(deps, row, changed);
  return get(deps, actor, input.endpointId);
}

/** Enables an endpoint. @returns false when it was enabled already and nothing was written. */
export async function enable({ db }: Pick<Deps, 'db'>, tenantId: string, id: string): Promise<boolean> {
  const table = schema.webhookEndpoint;
  const enabled = await db
    .update(table)
    .set({ status: webhookEndpointLifecycle.step('DISABLED', 'enable'), disabledBecause: null, ...UNTRIED })
    .where(
      and(
        eq(table.tenantId, tenantId),
        eq(table.id, id),
        inArray(table.status, webhookEndpointLifecycle.sources('enable')),
        isNull(table.removedAt),
      ),
    )
    .returning({ id: table.id });
  return enabled.length === 1;
}

/** Removes an endpoint: it receives nothing more, and its past deliveries stay on record. */
export async function remove(deps: Deps, actor: AppActor, id: string): Promise<{ removed: true }> {
  const row = await find(deps, actor, id);
  const status = isEnabled(row) ? webhookEndpointLifecycle.step(row.status, 'disable') : row.status;
  await write(deps, row, { removedAt: await tenantNow(deps, actor.tenantId), status });
  return { removed: true };
}

/** Makes a new secret. The previous one also signs for a day, so that receivers can switch without a gap. */
export async function rotateSecret(
  deps: Deps,
  actor: AppActor,
  id: string,
): Promise<{ secret: string; previousUntil: string }> {
  const secret = newSecret();
  const until = later(deps.now(), SECRET_OVERLAP).toISOString();
  // Starts from the stored secrets: of two simultaneous rotations, neither may drop the other's new secret.
  for (let rotated = false; !rotated; ) {
    const row = await find(deps, actor, id);
    const kept = openSecrets(deps, row).filter((each) => isLive(each, deps.now()));
    const secrets = [{ secret, until: null }, ...kept.map((each) => ({ ...each, until: each.until ?? until }))];
    rotated = await write(deps, row, sealSecrets(deps, secrets));
  }
  return { secret, previousUntil: until };
}

/** @throws NOT_FOUND for an unknown or removed endpoint, or one of another tenant. */
export async function find(deps: Deps, actor: AppActor, id: string): Promise<EndpointRow> {
  requireApp(actor, 'webhooks:manage');
  const table = schema.webhookEndpoint;
  const [row] = await deps.db
    .select()
    .from(table)
    .where(and(eq(table.tenantId, actor.tenantId), eq(table.id, id), isNull(table.removedAt)));
  if (!row) throw new Refusal('NOT_FOUND');
  return row;
}

function refuseAddress(deps: Deps, url: string): void {
  const checked = checkAddress(url, { allowLoopback: deps.evaluation });
  if (!checked.ok) throw Refusal.ofFields([{ path: 'url', message: checked.why }]);
}

/**
 * Refuses subscriptions to planned types. A list stored by an earlier version can be sent back as it was read. @throws
 * INVALID_INPUT
 */
function refusePlanned(wanted: readonly string[] = [], stored: readonly string[] = []): void {
  const planned = wanted.filter((type) => !EventType.safeParse(type).success && !stored.includes(type));
  if (planned.length === 0) return;
  const why = message('refusals.webhooks.planned', { types: planned.join(', ') });
  throw Refusal.ofFields([{ path: 'eventTypes', message: why }]);
}

/** @returns false when someone else changed the secrets meanwhile and nothing was written. */
async function write(deps: Deps, row: EndpointRow, set: Partial<EndpointRow>): Promise<boolean> {
  const table = schema.webhookEndpoint;
  const written = await deps.db
    .update(table)
    .set(set)
    .where(
      and(
        eq(table.tenantId, row.tenantId),
        eq(table.id, row.id),
        ...(set.secrets ? [eq(table.secrets, row.secrets)] : []),
      ),
    )
    .returning({ id: table.id });
  return written.length === 1;
}
