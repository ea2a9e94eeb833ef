import { MODES, type Mode, newId, type ReviewPolicy } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';

export type NewPartner = {
  readonly name: string;
  readonly supportEmail: string;
  readonly accountManager: string;
  readonly returnUrl?: string;
  /** False where the partner tells its customers itself when their status moves. Default true. */
  readonly sendsEmails?: boolean;
  /** Default `WHEN_FLAGGED`. */
  readonly reviewPolicy?: ReviewPolicy;
};
export type CreatedPartner = { readonly id: string; readonly tenants: Readonly<Record<Mode, string>> };

/**
 * Makes an integrating company with both of its sides, TEST and LIVE. API keys are made apart (`createApiKey`).
 *
 * It takes no actor, because only the command line offers it: a person there holds the database itself. No audit entry is
 * written, because each of those belongs to a customer or to an account of staff. The rows are the record: they say when,
 * and the application's role cannot delete them.
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
