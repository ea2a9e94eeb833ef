import { z } from 'zod';
import type { Mode } from '../actor.ts';
import { type Message, message } from '../messages/message.ts';

/** The texts of a check, and the meaning of its pass. A provider may be more specific than the kind. */
export type CheckMeaning = {
  readonly label: string;
  readonly customerLabel: Message;
  /** Tells a reviewer what a pass means and what it does not mean. */
  readonly looksAt: string;
  /**
   * The fields that a pass compares with another source. Fields that are only well-formed, or were not read, are not
   * verified.
   */
  readonly verifies: readonly string[] | 'WHAT_DOCUMENTS_SHOW';
};

type DeclaredKind = CheckMeaning & {
  readonly answeredBy: 'provider' | 'person';
  /** The default provider, for tenants that configure none; null if the check is then not planned. */
  readonly provider: Readonly<Record<Mode, string | null>>;
};

const inBoth = (provider: string) => ({ TEST: provider, LIVE: provider });

/** The kinds of check. The tenant's configuration chooses the provider; the default is declared here. */
export const CHECK_KINDS = {
  profile: {
    label: 'Details',
    customerLabel: message('checks.profile'),
    looksAt: 'Whether what was typed is complete and well-formed, and the age. It does not ask whether it is true.',
    verifies: [],
    answeredBy: 'provider',
    provider: inBoth('profile'),
  },
  document: {
    label: 'Documents',
    customerLabel: message('checks.document'),
    looksAt: 'Whether the files are whole and can be seen. It does not read them.',
    verifies: [],
    answeredBy: 'provider',
    provider: inBoth('document'),
  },
  identity: {
    label: 'Identity records',
    customerLabel: message('checks.identity'),
    looksAt: 'Whether a vendor knows this person.',
    verifies: [],
    answeredBy: 'provider',
    provider: { TEST: 'sandbox', LIVE: null },
  },
  manual: {
    label: 'Review by a person',
    customerLabel: message('checks.manual'),
    looksAt: 'The whole case, by a colleague.',
    verifies: 'WHAT_DOCUMENTS_SHOW',
    answeredBy: 'person',
    provider: inBoth('manual'),
  },
} as const satisfies Record<string, DeclaredKind>;

export type CheckKind = keyof typeof CHECK_KINDS;
export const CheckKind = z.enum(Object.keys(CHECK_KINDS) as [CheckKind, ...CheckKind[]]);

/** The check of a manual review. */
export const REVIEW = { kind: 'manual', provider: 'manual' } as const;

/** Does a person at the desk answer it? Such a check has no job and never carries over. */
export const isForPerson = ({ kind }: { readonly kind: CheckKind }): boolean =>
  CHECK_KINDS[kind].answeredBy === 'person';
