import { type Actor, Refusal } from '@gatehouse/domain';
import type { Engine } from '@gatehouse/engine';

type Of<K extends Actor['kind']> = Extract<Actor, { kind: K }>;

/** Who may be behind a request, each looked up only when a procedure asks, because one browser may hold several sessions. */
export type Identities = {
  app(): Promise<Of<'app'> | null>;
  customer(): Promise<Of<'customer'> | null>;
  /** @throws SECOND_FACTOR_REQUIRED where one is required and missing. */
  staff(): Promise<Of<'staff'> | null>;
};

/** What a procedure gets: the engine, who asks, and the request's id. */
export type Context = { readonly engine: Engine; readonly identities: Identities; readonly requestId: string };

/** The app or the member of staff behind a call that both may make. */
export async function appOrStaff(identities: Identities): Promise<Of<'app'> | Of<'staff'>> {
  const found = (await identities.app()) ?? (await identities.staff());
  if (!found) throw new Refusal('UNAUTHENTICATED');
  return found;
}
