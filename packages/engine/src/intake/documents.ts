import type { Actor, CustomerDetail } from '@gatehouse/domain';
import type { Deps } from '../deps.ts';
import { ownerOf } from '../record/files.ts';
import { change } from './update.ts';

/** Attaches uploads, all together. What they answer is answered, and the last answer submits. */
export async function complete(deps: Deps, actor: Actor, documentId: string): Promise<CustomerDetail> {
  return change(deps, actor, await ownerOf(deps, actor, documentId), { attach: [documentId] });
}

/** Takes a document out while the data may change. It stays in what was submitted before. */
export async function remove(deps: Deps, actor: Actor, documentId: string): Promise<CustomerDetail> {
  return change(deps, actor, await ownerOf(deps, actor, documentId), { remove: documentId });
}
