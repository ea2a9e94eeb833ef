import { type Actor, ERRORS, isRefusal, type Message, message, Refusal } from '@gatehouse/domain';
import type { Engine } from '@gatehouse/engine';

type Of<K extends Actor['kind']> = Extract<Actor, { kind: K }>;

/**
 * The possible callers of a request. Each is looked up only when a procedure asks, because one browser may hold
 * several sessions.
 */
export type Identities = {
  app(): Promise<Of<'app'> | null>;
  customer(): Promise<Of<'customer'> | null>;
  /** @throws SECOND_FACTOR_REQUIRED if it is required and missing. */
  staff(): Promise<Of<'staff'> | null>;
};

/** The context of a procedure: the engine, the caller, the network, and the request's id. */
export type Context = {
  readonly engine: Engine;
  readonly identities: Identities;
  readonly requestId: string;
  /** The network of the request, for limits. */
  readonly network: string;
  /** The tag of the language that the caller asked for, for refusals. */
  readonly language: string;
};

/** The caller of a procedure for apps and staff. */
export async function appOrStaff(identities: Identities): Promise<Of<'app'> | Of<'staff'>> {
  return (
    (await identities.app()) ??
    (await identities.staff()) ??
    refuseCaller(identities, { customer: message('refusals.access.notForCustomers') })
  );
}

/** The refusals of other kinds of credentials, by kind. Kinds that are not named are not looked up. */
type OtherKinds = Readonly<Partial<Record<keyof Identities, Message>>>;

/**
 * Refuses a call without a permitted caller. A known caller of another kind is told that it is not permitted, because
 * signing in again would not help.
 *
 * @throws NOT_PERMITTED for a known caller of another kind, otherwise UNAUTHENTICATED
 */
export async function refuseCaller(identities: Identities, others: OtherKinds, unknown?: Message): Promise<never> {
  for (const [kind, says] of Object.entries(others) as [keyof Identities, Message][])
    if (await isKnown(identities[kind]))
      throw new Refusal('NOT_PERMITTED', { says, hint: message('refusals.access.rightCredential') });
  throw new Refusal('UNAUTHENTICATED', { says: unknown });
}

/** A session without its second factor has no caller yet. */
const isKnown = (find: () => Promise<Actor | null>): Promise<boolean> =>
  find().then(
    (actor) => actor !== null,
    (error: unknown) => {
      if (isRefusal(error) && ERRORS[error.code].http < 500) return false;
      throw error;
    },
  );
