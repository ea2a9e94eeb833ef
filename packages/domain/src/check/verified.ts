import type { DocumentKind } from '../document/kinds.ts';
import type { Profile } from '../program/profile.ts';
import type { Program } from '../program/program.ts';
import type { CheckMeaning } from './kinds.ts';
import type { CheckStatus } from './lifecycle.ts';

/**
 * The fields that a run's checks verified, in the order of the program: those that its passed checks declare. A manual
 * review verifies the fields that the reviewed documents show.
 */
export function verifiedFields(
  program: Program,
  checks: readonly (Pick<CheckMeaning, 'verifies'> & { readonly status: CheckStatus })[],
  snapshot: { readonly profile: Profile; readonly documents: readonly { readonly kind: DocumentKind }[] },
): string[] {
  const shown = snapshot.documents.flatMap(({ kind }) => program.documents[kind] ?? []);
  const covered = checks
    .filter(({ status }) => status === 'PASSED')
    .flatMap(({ verifies }) => (verifies === 'WHAT_DOCUMENTS_SHOW' ? shown : verifies));
  return program.names.filter((field) => snapshot.profile[field] !== undefined && covered.includes(field));
}
