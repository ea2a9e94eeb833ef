import { MODES, type Mode, newId } from '@gatehouse/domain';
import { createApiKey } from '@gatehouse/engine';
import type { Sql } from 'postgres';

export type NewPartner = {
  readonly name: string;
  readonly supportEmail: string;
  readonly accountManager: string;
  readonly returnUrl?: string;
  /** False where the partner tells its customers itself when their status moves. */
  readonly sendsEmails?: boolean;
};
export type CreatedPartner = { readonly id: string; readonly tenants: Readonly<Record<Mode, string>> };

/** Makes an integrating company with both of its sides, TEST and LIVE. */
export async function createPartner(sql: Sql, partner: NewPartner): Promise<CreatedPartner> {
  const id = newId();
  const tenants = { TEST: newId(), LIVE: newId() };
  await sql.begin(async (tx) => {
    await tx`insert into partner (id, name, support_email, account_manager, return_url, writes_letters)
      values (${id}, ${partner.name}, ${partner.supportEmail}, ${partner.accountManager}, ${partner.returnUrl ?? null}, ${partner.sendsEmails ?? true})`;
    for (const mode of MODES)
      await tx`insert into tenant (id, partner_id, mode) values (${tenants[mode]}, ${id}, ${mode})`;
  });
  return { id, tenants };
}

/** A key for one side. It is told this once. */
export async function newKey(sql: Sql, tenantId: string, mode: Mode, name: string): Promise<string> {
  const { key } = await createApiKey({ sql, now: () => new Date() }, { tenantId, mode, name });
  return key;
}
