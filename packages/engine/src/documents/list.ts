import { type Actor, type DocumentView, isCurrent, isHeld, languageOf } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { allDocuments } from '../record/data.ts';
import { loadCustomer } from '../record/load.ts';
import { requireScope, tenantOf } from '../tenancy.ts';
import { viewDocument } from './view.ts';

/** Lists the current documents and those held for an answer, oldest first. */
export async function list(deps: Deps, actor: Actor, customerId: string): Promise<DocumentView[]> {
  requireScope(actor, 'customers:read');
  const record = await loadCustomer(deps, tenantOf(actor, customerId), customerId);
  const rows = await allDocuments(deps, record);
  return rows
    .filter((row) => isCurrent(row) || isHeld(row))
    .map((row) => viewDocument(row, rows, languageOf(actor.language)));
}
