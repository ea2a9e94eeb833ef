import { faultRefusal, message, Refusal } from '@gatehouse/domain';
import superjson, { type SuperJSONResult } from 'superjson';

/** The envelope of an input, as a refusal shows it. */
export const ENVELOPE = '{"json": ...}';
const wrapInput = message('refusals.request.wrapInput', { example: '{"json": {"customerId": "cus_..."}}' });

/** Reads an input in superjson's format. superjson's own errors are about its internals, so they are replaced. */
export function readEnvelope(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || !('json' in payload || 'meta' in payload))
    throw new Refusal('INVALID_INPUT', {
      says: message('refusals.request.notInEnvelope', { envelope: ENVELOPE }),
      hint: wrapInput,
    });
  refuseLostKey(payload);
  try {
    return withoutUndefined(superjson.deserialize(payload as SuperJSONResult));
  } catch {
    throw new Refusal('INVALID_INPUT', { says: message('refusals.request.envelopeMeta'), hint: wrapInput });
  }
}

/** Undefined values are treated as absent. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const sent = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(sent.map(([key, each]) => [key, withoutUndefined(each)]));
}

/** superjson and zod drop a key of this name, so it is refused. */
function refuseLostKey(payload: object): void {
  const open: object[] = [payload];
  for (let at = open.pop(); at; at = open.pop()) {
    if (Object.hasOwn(at, '__proto__'))
      throw new Refusal('INVALID_INPUT', { says: message('refusals.request.reservedName', { name: '__proto__' }) });
    for (const value of Object.values(at)) if (typeof value === 'object' && value !== null) open.push(value);
  }
}

/**
 * Writes an answer in superjson's format. Answers are JSON by their types and need no metadata. Every key can be
 * written; superjson's own writer refuses some names.
 *
 * @throws INTERNAL with the outcome SAVED if an answer is not JSON after all, because the procedure has already run.
 */
export function writeEnvelope(json: unknown): SuperJSONResult {
  try {
    JSON.stringify(json);
  } catch (error) {
    throw faultRefusal('INTERNAL', 'SAVED', error);
  }
  return { json } as SuperJSONResult;
}
