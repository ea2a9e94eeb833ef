import {
  ERRORS,
  type ErrorCode,
  type ErrorData,
  isRefusal,
  languageOf,
  message,
  Refusal,
  sayRefusal,
} from '@gatehouse/domain';
import { answerFor } from '@gatehouse/engine';
import { TRPCError } from '@trpc/server';
import { ENVELOPE } from './envelope.ts';

type TrpcCode = TRPCError['code'];

/** From HTTP's status to tRPC's code. tRPC has none for 410. */
const TRPC_CODES = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_SUPPORTED',
  409: 'CONFLICT',
  410: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<(typeof ERRORS)[ErrorCode]['http'], TrpcCode>;

/** The part of every error under `error.data.gatehouse`. */
export type ErrorShape = {
  readonly code: ErrorCode;
  readonly hint: string;
  readonly data: ErrorData;
  readonly requestId: string;
};

/** The refusal for any error: our own, one for tRPC's, or one for a fault with an unknown outcome. */
export function refusalOf(error: unknown): Refusal {
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error;
  if (isRefusal(cause)) return cause;
  if (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR') return fromTrpc(error);
  return answerFor(cause, 'UNKNOWN');
}

/** The fault to log for an error, or null. A refusal is no fault unless it answers one. */
export function faultBehind(error: unknown): unknown {
  const refusal = refusalOf(error);
  return ERRORS[refusal.code].http >= 500 ? (refusal.cause ?? refusal) : null;
}

/** Our refusals for tRPC's own errors: an unknown procedure, a wrong method, an input that is not JSON. */
function fromTrpc(error: TRPCError): Refusal {
  if (error.code === 'NOT_FOUND')
    return new Refusal('NOT_FOUND', {
      says: message('refusals.request.noSuchProcedure'),
      hint: message('refusals.request.checkProcedure', { example: 'customers.create' }),
    });
  if (error.code === 'METHOD_NOT_SUPPORTED') return new Refusal('METHOD_NOT_ALLOWED');
  if (error.cause instanceof SyntaxError)
    return new Refusal('INVALID_INPUT', {
      says: message('refusals.request.notJson'),
      hint: message('refusals.request.sendEnvelope', { envelope: ENVELOPE }),
    });
  return new Refusal('INVALID_INPUT', {
    says: message('refusals.request.unreadable', { problem: error.message }),
    hint: message('refusals.request.correct'),
  });
}

export const asTrpcError = (refusal: Refusal): TRPCError =>
  new TRPCError({ code: TRPC_CODES[ERRORS[refusal.code].http], message: refusal.message, cause: refusal });

/** The context of a refused request; undefined when it was refused before it was read. */
export type Asked = { readonly requestId: string; readonly language: string };

/** Says a refusal in the language of the request. */
export function shapeOf(refusal: Refusal, asked: Asked | undefined): ErrorShape & { readonly message: string } {
  const { message: words, hint, data } = sayRefusal(refusal, languageOf(asked?.language));
  return { message: words, code: refusal.code, hint, data, requestId: asked?.requestId ?? '' };
}
