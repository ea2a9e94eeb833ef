import type { ErrorCode, ErrorData } from './contract.ts';

/** A refusal by Gatehouse. `code` is for programs and stable; `message` and `hint` are for people. */
export type GatehouseError = {
  code: ErrorCode;
  message: string;
  /** What to do about it. */
  hint: string;
  /** Details that depend on the code, for example the issues of fields or the current version. */
  data: ErrorData;
  /** Identifies the request in the server's log. */
  requestId: string;
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads the refusal in an error that a call threw. Null for other errors, such as a lost connection. */
export function errorOf(error: unknown): GatehouseError | null {
  if (!(error instanceof Error) || !('data' in error) || !isObject(error.data)) return null;
  const refusal = error.data.gatehouse;
  if (!isObject(refusal) || typeof refusal.code !== 'string') return null;
  return {
    code: refusal.code as ErrorCode,
    message: error.message,
    hint: typeof refusal.hint === 'string' ? refusal.hint : '',
    data: isObject(refusal.data) ? refusal.data : {},
    requestId: typeof refusal.requestId === 'string' ? refusal.requestId : '',
  };
}
