import type { DocumentKind } from '../document/kinds.ts';
import type { Profile } from '../program/profile.ts';
import type { Program } from '../program/program.ts';
import type { CheckStatus } from './lifecycle.ts';
import { CHECK_KINDS, type CheckKind } from './plan.ts';

/**
 * The fields that a run's checks verified, in the order of the program: what a passed check declares, and nothing that
 * merely stood beside it. A person vouches for what stands on the documents that they had in front of them.
 */
export function verifiedFields(
  program: Program,
  checks: readonly { readonly kind: CheckKind; readonly status: CheckStatus }[],
  snapshot: { readonly profile: Profile; readonly documents: readonly { readonly kind: DocumentKind }[] },
): string[] {
  const shown = snapshot.documents.flatMap(({ kind }) => program.documents[kind] ?? []);
  const covered = checks
    .filter(({ status }) => status === 'PASSED')
    .flatMap(({ kind }) => {
      const { verifies } = CHECK_KINDS[kind];
      return verifies === 'WHAT_DOCUMENTS_SHOW' ? shown : verifies;
    });
  return program.names.filter((field) => snapshot.profile[field] !== undefined && covered.includes(field));
}
