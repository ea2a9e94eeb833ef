import { Refusal } from '@gatehouse/domain';
import superjson, { type SuperJSONResult } from 'superjson';

const HINT = 'Wrap the input: {"json": {"customerId": "cus_..."}}.';

/** Reads an input as superjson writes it. superjson's own words for another thing are about its insides. */
export function readEnvelope(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || !('json' in payload || 'meta' in payload))
    throw new Refusal('INVALID_INPUT', 'The input does not stand in its envelope, {"json": ...}.', {}, HINT);
  try {
    return superjson.deserialize(payload as SuperJSONResult);
  } catch {
    throw new Refusal('INVALID_INPUT', 'The meta of the envelope does not belong to its json.', {}, HINT);
  }
}
