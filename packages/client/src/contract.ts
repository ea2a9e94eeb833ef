import type { AppRouter as ServerRouter } from '@gatehouse/api';
import type * as domain from '@gatehouse/domain';

/*
 * All types that the client takes from the server. This is the only file that imports the server's packages. The build
 * expands these types, so that the published declarations name nothing of the server.
 */
export type AppRouter = ServerRouter;
export type Capability = domain.Capability;
export type CustomerStatus = domain.CustomerStatus;
export type DocumentKind = domain.DocumentKind;
export type EnablementStatus = domain.EnablementStatus;
export type EndpointDisabled = domain.EndpointDisabled;
export type ErrorCode = domain.ErrorCode;
export type ErrorData = domain.ErrorData;
export type EventData = domain.EventData;
export type EventHead = Omit<domain.WebhookEvent, 'type' | 'data'>;
export type EventType = domain.EventType;
export type Mode = domain.Mode;
export type ProfileField = domain.KnownField;
export type RequirementCode = domain.RequirementCode;
export type RequirementInEvent = domain.RequirementInEvent;
export type RequirementStatus = domain.RequirementStatus;
