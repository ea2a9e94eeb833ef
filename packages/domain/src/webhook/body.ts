import { z } from 'zod';
import { MODES } from '../actor.ts';
import { CAPABILITIES, CustomerStatus } from '../customer/lifecycle.ts';
import { CustomerType } from '../customer/types.ts';
import { EnablementStatus } from '../enablement/lifecycle.ts';
import { AnsweredBy, RequirementCode } from '../requirement/codes.ts';
import { RequirementStatus } from '../requirement/lifecycle.ts';
import { RequirementTarget } from '../requirement/schema.ts';
import { EventType } from './events.ts';
import { DisabledBecause } from './lifecycle.ts';

/** A requirement in an event: its code, its target and the catalogue's message, never a person's free text. */
export const RequirementInEvent = z.object({
  id: z.string(),
  code: RequirementCode,
  target: RequirementTarget,
  message: z.string(),
  status: RequirementStatus,
  dueAt: z.string().nullable(),
  /** The expected answer. Older events lack both. */
  answeredBy: AnsweredBy.optional(),
  howToAnswer: z.string().optional(),
});
export type RequirementInEvent = z.infer<typeof RequirementInEvent>;
/** An item as written now, with the fields that older events lack. */
export const RequirementView = z.strictObject({
  ...RequirementInEvent.shape,
  answeredBy: AnsweredBy,
  howToAnswer: z.string(),
});
export type RequirementView = z.output<typeof RequirementView>;

export const EventData = z.object({
  customerId: z.string(),
  externalId: z.string().nullable(),
  customerType: CustomerType,
  customerStatus: CustomerStatus,
  previousStatus: CustomerStatus.optional(),
  reason: z.object({ code: z.string(), message: z.string() }).optional(),
  requirements: z.array(RequirementInEvent).optional(),
  expectedBy: z.string().nullable().optional(),
  enablementStatus: EnablementStatus.optional(),
  /** The customer's capabilities from this event on. */
  access: z.array(z.enum(CAPABILITIES)),
});
export type EventData = z.infer<typeof EventData>;

/** The data of `webhook_endpoint.disabled`: the endpoint, and why. */
export const EndpointDisabled = z.object({
  endpointId: z.string(),
  reason: z.object({
    code: DisabledBecause,
    message: z.string(),
  }),
});
export type EndpointDisabled = z.infer<typeof EndpointDisabled>;

/**
 * The body of a webhook and of `events.list`. `sequence` counts the events of one customer without gaps; it is 0 for
 * an event without a customer. It holds no personal data.
 */
export const WebhookEvent = z.object({
  id: z.string(),
  type: EventType,
  apiVersion: z.string(),
  mode: z.enum(MODES),
  occurredAt: z.string(),
  sequence: z.int().min(0),
  data: z.union([EventData, EndpointDisabled, z.object({ message: z.string() })]),
});
export type WebhookEvent = z.infer<typeof WebhookEvent>;
