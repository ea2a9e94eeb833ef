import { type Actor, ERRORS, isRefusal, type Message, message, Refusal } from '@gatehouse/domain';
import type { Engine } from '@gatehouse/engine';

type Of<K extends Actor['kind']> = Extract<Actor, { kind: K }>;

/** Who may be behind a request, each looked up only when a procedure asks, because one browser may hold several sessions. */
export type Identities = {
  app(): Promise<Of<'app'> | null>;
  customer(): Promise<Of<'customer'> | null>;
  /** @throws SECOND_FACTOR_REQUIRED where one is required and missing. */
  staff(): Promise<Of<'staff'> | null>;
};

/** What a procedure gets: the engine, who asks, from where, and the request's id. */
export type Context = {
  readonly engine: Engine;
  readonly identities: Identities;
  readonly requestId: string;
  /** The network that the request comes from, for limits. */
  readonly network: string;
  /** The tag of the language that the caller asked for, in which refusals are said. */
  readonly language: string;
};

/** The app or the member of staff behind a call that both may make. */
export async function appOrStaff(identities: Identities): Promise<Of<'app'> | Of<'staff'>> {
  return (
    (await identities.app()) ??
    (await identities.staff()) ??
    nobody(identities, { customer: message('refusals.access.notForCustomers') })
  );
}

/** What is said to a credential of another kind, by kind. A kind that is not named is not looked for. */
type OtherKinds = Readonly<Partial<Record<keyof Identities, Message>>>;

/**
 * Refuses a call for which the one who may was not found. Whoever is known as somebody else is told that this is not
 * theirs; to sign in again would not help them.
 *
 * @throws NOT_PERMITTED, or else UNAUTHENTICATED
 */
export async function nobody(identities: Identities, others: OtherKinds, unknown?: Message): Promise<never> {
  for (const [kind, says] of Object.entries(others) as [keyof Identities, Message][])
    if (await isKnown(identities[kind]))
      throw new Refusal('NOT_PERMITTED', { says, hint: message('refusals.access.rightCredential') });
  throw new Refusal('UNAUTHENTICATED', { says: unknown });
}

/** A session that lacks its second factor is nobody's yet. */
const isKnown = (find: () => Promise<Actor | null>): Promise<boolean> =>
  find().then(
    (actor) => actor !== null,
    (error: unknown) => {
      if (isRefusal(error) && ERRORS[error.code].http < 500) return false;
      throw error;
    },
  );
