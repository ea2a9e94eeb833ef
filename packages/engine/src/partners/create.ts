import { MODES, type Mode, newId, type ReviewPolicy } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';

export type NewPartner = {
  readonly name: string;
  readonly supportEmail: string;
  readonly accountManager: string;
  readonly returnUrl?: string;
  /** False when the partner itself notifies its customers of status changes. Default true. */
  readonly sendsEmails?: boolean;
  /** Default `WHEN_FLAGGED`. */
  readonly reviewPolicy?: ReviewPolicy;
};
export type CreatedPartner = { readonly id: string; readonly tenants: Readonly<Record<Mode, string>> };

/**
 * Creates an integrating company with its two tenants, TEST and LIVE. `createApiKey` makes its API keys.
 *
 * It takes no actor, because only the command line calls it, where the caller already has the database. It writes no
 * audit entry, because those belong to customers or staff accounts. The rows themselves say when, and the application's
 * role cannot delete them.
 */
export async function createPartner({ sql }: Pick<Deps, 'sql'>, partner: NewPartner): Promise<CreatedPartner> {
  const id = newId();
  const tenants = { TEST: newId(), LIVE: newId() };
  const row = {
    id,
    name: partner.name,
    support_email: partner.supportEmail,
    account_manager: partner.accountManager,
    return_url: partner.returnUrl ?? null,
    writes_letters: partner.sendsEmails ?? true,
    review_policy: partner.reviewPolicy ?? ('WHEN_FLAGGED' satisfies ReviewPolicy),
  };
  const sides = MODES.map((mode) => ({ id: tenants[mode], partner_id: id, mode }));
  await sql.begin(async (tx) => {
    await tx`insert into partner ${tx(row)}`;
    await tx`insert into tenant ${tx(sides)}`;
  });
  return { id, tenants };
}
