import type { AppRouter as ServerRouter } from '@gatehouse/api';
import type * as domain from '@gatehouse/domain';

/*
 * Everything that the client takes from the server, and the only file that names the server's packages. These are types
 * only: the build writes them out in full, so that the published declarations name nothing of the server's.
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
