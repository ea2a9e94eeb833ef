export type {
  AppRouter,
  Capability,
  CustomerStatus,
  DocumentKind,
  EnablementStatus,
  EndpointDisabled,
  ErrorCode,
  ErrorData,
  EventData,
  EventType,
  Mode,
  ProfileField,
  RequirementCode,
  RequirementInEvent,
  RequirementStatus,
} from './contract.ts';
export { type ClientOptions, createClient, type GatehouseClient, type Inputs, type Outputs } from './create-client.ts';
export {
  createReceiver,
  type Receipt,
  type ReceiverOptions,
  type SequenceStore,
  WebhookGapError,
} from './create-receiver.ts';
export { errorOf, type GatehouseError } from './error-of.ts';
export { receiveWebhook, type Verification, type WebhookHeaders, type WebhookRequest } from './receive-webhook.ts';
export { type VerificationStep, WebhookVerificationError } from './verification-error.ts';
export type { CustomerEvent, EndpointEvent, TestEvent, WebhookEvent } from './webhook-event.ts';
