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

/** A requirement as it travels: its code, its target and the catalogue's sentence, never a person's free text. */
export const RequirementInEvent = z.object({
  id: z.string(),
  code: RequirementCode,
  target: RequirementTarget,
  message: z.string(),
  status: RequirementStatus,
  dueAt: z.string().nullable(),
  /** What answers it. An event from before this was said lacks both. */
  answeredBy: AnsweredBy.optional(),
  howToAnswer: z.string().optional(),
});
export type RequirementInEvent = z.infer<typeof RequirementInEvent>;
/** An item as it is answered and written now: what older events lack is there. */
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
  /** What the customer may do from this event on. */
  access: z.array(z.enum(CAPABILITIES)),
});
export type EventData = z.infer<typeof EventData>;

/** What `webhook_endpoint.disabled` says: which endpoint, and why. */
export const EndpointDisabled = z.object({
  endpointId: z.string(),
  reason: z.object({
    code: DisabledBecause,
    message: z.string(),
  }),
});
export type EndpointDisabled = z.infer<typeof EndpointDisabled>;

/**
 * What a webhook carries and `events.list` answers. `sequence` counts the events of one customer without a gap; it is 0
 * for an event that is about no customer. No personal data is in it.
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
