import type { DecisionEvent } from '@gatehouse/domain';
import { api, type Outputs } from '#lib/api.ts';
import { type Draft, givenOf } from './draft.ts';

export type DecisionAnswer = Outputs['desk']['decisions']['approve'];

/** The customer, and the version of the record that the person saw. */
export type DecisionTarget = { readonly customerId: string; readonly expectedVersion: number };

/** Every decision has a procedure of the same name, whose input consists of the fields that the decision takes. */
export function sendDecision(event: DecisionEvent, of: DecisionTarget, draft: Draft): Promise<DecisionAnswer> {
  const send = api.desk.decisions[event].mutate as (input: object) => Promise<DecisionAnswer>;
  return send({ ...of, ...givenOf(event, draft) });
}
