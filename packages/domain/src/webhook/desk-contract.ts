import { z } from 'zod';
import { MODES } from '../actor.ts';
import { type Contract, type InputsOf, id, pageOf, paging, shownId, time } from '../contract.ts';
import { AttemptedDelivery, Queued } from './contract.ts';
import { BREAKER_STATES } from './isolation.ts';
import { WebhookEndpointStatus } from './lifecycle.ts';

/** The maximum of counted deliveries. An exact number is of no use beyond it. */
export const COUNTED = 1000;

/** The state of one endpoint of any partner. */
const EndpointHealth = z.strictObject({
  id: shownId('endpoint'),
  /** Without its query, which may hold a secret. */
  url: z.string(),
  description: z.string(),
  partnerName: z.string(),
  mode: z.enum(MODES),
  status: WebhookEndpointStatus,
  disabledBecause: z.string().nullable(),
  breaker: z.enum(BREAKER_STATES),
  failures: z.int(),
  failingSince: time.nullable(),
  lastSuccessAt: time.nullable(),
  slow: z.boolean(),
  /** The time of the next possible attempt; null when nothing waits. */
  nextTryAt: time.nullable(),
  /** Up to `COUNTED`. */
  pending: z.int(),
  /** How far the clock of these times is ahead of real time, in milliseconds. */
  clockOffset: z.number(),
  /** Of the newest `COUNTED` deliveries. */
  failed: z.int(),
});
export type EndpointHealth = z.output<typeof EndpointHealth>;

const EndpointCase = z.strictObject({ endpoint: EndpointHealth, deliveries: pageOf(AttemptedDelivery) });
export type EndpointCase = z.output<typeof EndpointCase>;

const endpointId = id('endpoint');

/** Every partner's endpoints and their state. */
export const deskWebhookContract = {
  list: { input: z.strictObject(paging), output: pageOf(EndpointHealth) },
  get: { input: z.strictObject({ ...paging, endpointId }), output: EndpointCase },
  resend: { input: z.strictObject({ endpointId, deliveryId: id('delivery') }), output: Queued },
  enable: { input: z.strictObject({ endpointId }), output: z.strictObject({ enabled: z.literal(true) }) },
} satisfies Contract;

export type DeskWebhookInputs = InputsOf<typeof deskWebhookContract>;
