import { z } from 'zod';
import type { Mode } from '../actor.ts';
import { type Message, message } from '../messages/message.ts';

/** What a check says to people, and what its pass is worth. A provider may say it more exactly than the kind does. */
export type CheckMeaning = {
  readonly label: string;
  readonly customerLabel: Message;
  /** Says to a reviewer what a pass means, and what it does not mean. */
  readonly looksAt: string;
  /**
   * The fields that a pass holds against something other than themselves: what is only well-formed, or was not read, is
   * not among them.
   */
  readonly verifies: readonly string[] | 'WHAT_DOCUMENTS_SHOW';
};

type DeclaredKind = CheckMeaning & {
  readonly answeredBy: 'provider' | 'person';
  /** The provider that answers it where the tenant has configured none; null where it is then not asked at all. */
  readonly provider: Readonly<Record<Mode, string | null>>;
};

const inBoth = (provider: string) => ({ TEST: provider, LIVE: provider });

/** The kinds of check: what is asked. Who answers is the tenant's configuration, and until then what is declared here. */
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

/** The check that a run gets when a person has to look. */
export const REVIEW = { kind: 'manual', provider: 'manual' } as const;

/** Does a person at the desk answer it? Then it waits for no job, and never carries over. */
export const isForPerson = ({ kind }: { readonly kind: CheckKind }): boolean =>
  CHECK_KINDS[kind].answeredBy === 'person';
