import { DOCUMENT_KINDS, type DocumentKind } from '../document/kinds.ts';
import { IndividualField } from '../profile/individual.ts';
import type { CheckStatus } from './lifecycle.ts';
import { CHECK_KINDS, type CheckKind } from './plan.ts';

/**
 * The fields that a run's checks verified, in the order of the profile: what a passed check declares, and nothing that
 * merely stood beside it. A person vouches for what stands on the documents that they had in front of them.
 */
export function verifiedFields(
  checks: readonly { readonly kind: CheckKind; readonly status: CheckStatus }[],
  snapshot: {
    readonly profile: Readonly<Record<string, unknown>>;
    readonly documents: readonly { readonly kind: DocumentKind }[];
  },
): IndividualField[] {
  const shown = snapshot.documents.flatMap(({ kind }): readonly IndividualField[] => DOCUMENT_KINDS[kind].shows);
  const covered = checks
    .filter(({ status }) => status === 'PASSED')
    .flatMap(({ kind }): readonly IndividualField[] => {
      const { verifies } = CHECK_KINDS[kind];
      return verifies === 'WHAT_DOCUMENTS_SHOW' ? shown : verifies;
    });
  return IndividualField.options.filter((field) => snapshot.profile[field] !== undefined && covered.includes(field));
}
