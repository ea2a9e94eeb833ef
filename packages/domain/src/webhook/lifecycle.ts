import { z } from 'zod';
import { defineLifecycle } from '../lifecycle.ts';
import { endpointDisabledBecause } from '../messages/en/emails.ts';

/** One event on its way to one endpoint. */
export const deliveryLifecycle = defineLifecycle({
  name: 'delivery',
  initial: 'PENDING',
  statuses: {
    PENDING: { label: 'Pending', meaning: 'Waiting for its next attempt.' },
    DELIVERED: { label: 'Delivered', meaning: 'The endpoint answered with success.' },
    FAILED: { label: 'Failed', meaning: 'Every attempt failed; it can be replayed.' },
  },
  transitions: [
    {
      event: 'deliver',
      from: 'PENDING',
      to: 'DELIVERED',
      trigger: 'The endpoint answered 2xx',
      by: 'engine',
      people: 1,
      source: 'derived',
    },
    {
      event: 'fail',
      from: 'PENDING',
      to: 'FAILED',
      trigger: 'The last attempt failed, or the endpoint is gone',
      by: 'engine',
      people: 1,
      source: 'derived',
    },
    {
      event: 'replay',
      from: 'FAILED',
      to: 'PENDING',
      trigger: 'A replay was asked for',
      by: 'partner',
      people: 1,
      source: 'derived',
    },
    {
      event: 'replay',
      from: 'DELIVERED',
      to: 'PENDING',
      trigger: 'A replay was asked for',
      by: 'partner',
      people: 1,
      source: 'derived',
    },
  ],
});

export const webhookEndpointLifecycle = defineLifecycle({
  name: 'webhookEndpoint',
  initial: 'ENABLED',
  statuses: {
    ENABLED: { label: 'Enabled', meaning: 'Receives events.' },
    DISABLED: { label: 'Disabled', meaning: 'Receives nothing until it is enabled again.' },
  },
  transitions: [
    {
      event: 'disable',
      from: 'ENABLED',
      to: 'DISABLED',
      trigger: 'Its owner, an answer of 410, or five days without success',
      by: 'partner',
      people: 1,
      source: 'derived',
    },
    {
      event: 'enable',
      from: 'DISABLED',
      to: 'ENABLED',
      trigger: 'Its owner',
      by: 'partner',
      people: 1,
      source: 'derived',
    },
  ],
});

export const DeliveryStatus = deliveryLifecycle.schema;
export type DeliveryStatus = z.infer<typeof DeliveryStatus>;
export const WebhookEndpointStatus = webhookEndpointLifecycle.schema;
export type WebhookEndpointStatus = z.infer<typeof WebhookEndpointStatus>;

/** Does it receive events? */
export const isEnabled = ({ status }: { readonly status: WebhookEndpointStatus }): boolean =>
  webhookEndpointLifecycle.may(status, 'disable');

/** Why an endpoint is disabled automatically. */
export const DisabledBecause = z.enum(Object.keys(endpointDisabledBecause) as [Because, ...Because[]]);
type Because = keyof typeof endpointDisabledBecause;
export type DisabledBecause = z.infer<typeof DisabledBecause>;
