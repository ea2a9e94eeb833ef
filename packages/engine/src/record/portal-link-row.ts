import { createHash, randomBytes } from 'node:crypto';
import type { schema } from '@gatehouse/db';
import { later, newId, type RealTime } from '@gatehouse/domain';

export const secret = (): string => randomBytes(32).toString('base64url');
export const hashOf = (value: string): Buffer => createHash('sha256').update(value).digest();

/** How long a link is valid, in milliseconds. */
const LINK_LIFE = 3 * 24 * 3600_000;

type LinkFor = {
  readonly tenantId: string;
  readonly customerId: string;
  readonly now: RealTime;
  readonly life?: number;
};

export type NewLink = {
  /** The path within the installation. It is returned once: only its hash is stored. */
  readonly path: string;
  readonly row: typeof schema.portalLink.$inferInsert;
};

/** A single-use link into the portal, not yet written. */
export function newLink({ tenantId, customerId, now, life = LINK_LIFE }: LinkFor): NewLink {
  const token = secret();
  const expiresAt = later(now, life);
  return {
    path: `/p/${token}`,
    row: { tenantId, id: newId(), customerId, hash: hashOf(token), createdAt: now, expiresAt },
  };
}
