import { schema, update } from '@gatehouse/db';
import { type CustomerStatus, customerLifecycle, gate, possible, Refusal } from '@gatehouse/domain';
import { eq } from 'drizzle-orm';
import { amend } from '../amend.ts';
import { allDocuments, currentDeclaration, currentProfile, documentFact } from '../customers/data.ts';
import { offersFor } from '../customers/offers.ts';
import { submission } from '../customers/submission.ts';
import type { Deps } from '../deps.ts';
import { loadRequirements } from '../requirements/load.ts';
import { requireStaff, type StaffActor } from '../tenancy.ts';

/** Takes one item back. When it was the last one open and nothing is missing, the verification goes on by itself. */
export async function withdrawRequirement(
  deps: Deps,
  actor: StaffActor,
  requirementId: string,
): Promise<{ customerStatus: CustomerStatus }> {
  requireStaff(actor, 'reviewer');
  const [found] = await deps.db.select().from(schema.requirement).where(eq(schema.requirement.id, requirementId));
  if (!found) throw new Refusal('NOT_FOUND');
  return amend(deps, found.tenantId, found.customerId, async (record) => {
    const status = record.customer.customerStatus as CustomerStatus;
    const all = await loadRequirements(deps, record);
    const item = all.find((row) => row.id === requirementId && (row.status === 'OPEN' || row.status === 'ANSWERED'));
    if (!item || !customerLifecycle.can(status, 'updateProfile'))
      throw new Refusal('TRANSITION_NOT_ALLOWED', 'This item is not open any more.', {
        customerStatus: status,
        allowed: possible(await offersFor(deps, record, actor)),
      });
    const left = all.map((row) => (row === item ? { ...row, status: 'WITHDRAWN' } : row));
    const [profile, documents, declaration] = await Promise.all([
      currentProfile(deps, record),
      allDocuments(deps, record),
      currentDeclaration(deps, record),
    ]);
    const current = documents.filter((row) => row.state === 'CURRENT').map(documentFact);
    const complete =
      gate(profile, current, declaration !== null).length === 0 && !left.some((row) => row.status === 'OPEN');
    const submitted = complete
      ? await submission(deps, record, { profile, documents: current, declaration, fields: [], requirements: left })
      : null;
    return {
      change: {
        actor,
        ...submitted,
        audit: [
          { action: 'requirement.withdrawn', about: { requirement: item.id, code: item.code } },
          ...(submitted?.audit ?? []),
        ],
        writes: [
          update(schema.requirement, [
            { tenantId: item.tenantId, id: item.id, status: 'WITHDRAWN', settledAt: record.now },
          ]),
          ...(submitted?.writes ?? []),
        ],
      },
      answer: (after) => ({ customerStatus: after.customerStatus as CustomerStatus }),
    };
  });
}
