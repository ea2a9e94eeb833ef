import { isSigned } from './signature.ts';
import { WebhookVerificationError } from './verification-error.ts';
import { readEvent, type WebhookEvent } from './webhook-event.ts';

/** A `Headers` object, or a plain record such as Node's `request.headers`. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

export type WebhookRequest = {
  headers: WebhookHeaders;
  /** The raw bytes or text of the body. A body that was parsed and serialised again does not verify. */
  body: string | Uint8Array;
};

export type Verification = {
  /** The endpoint's secret, `whsec_...`. */
  secret?: string;
  /** Several secrets during a rotation. */
  secrets?: readonly string[];
  /** How far the sender's clock may differ from ours in either direction, in milliseconds. Default: five minutes. */
  tolerance?: number;
  /** The time to compare with. Default: now. */
  now?: Date;
};

const FIVE_MINUTES = 5 * 60 * 1000;

/**
 * Verifies a webhook according to the Standard Webhooks specification, and returns its event.
 *
 * @throws WebhookVerificationError whose `step` says what failed; TypeError when a secret is malformed.
 */
export async function receiveWebhook(options: WebhookRequest & Verification): Promise<WebhookEvent> {
  const { headers, body, secret, secrets = secret === undefined ? [] : [secret] } = options;
  if (secrets.length === 0) throw new TypeError('receiveWebhook needs the secret of the endpoint.');

  const id = read(headers, 'webhook-id');
  const timestamp = read(headers, 'webhook-timestamp');
  const signature = read(headers, 'webhook-signature');
  // Dots join the signed parts, so a dot inside an id would let bytes move from one part to the next.
  if (id.includes('.')) throw new WebhookVerificationError('headers', 'The webhook-id contains a dot.');
  checkTime(timestamp, options);

  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  if (!(await isSigned(join(`${id}.${timestamp}.`, bytes), signature, secrets)))
    throw new WebhookVerificationError('signature', 'No signature matches this body and these headers.');
  return parse(bytes);
}

function read(headers: WebhookHeaders, name: string): string {
  const value =
    'get' in headers && typeof headers.get === 'function'
      ? headers.get(name)
      : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  if (typeof value !== 'string' || value === '')
    throw new WebhookVerificationError('headers', `The header ${name} is missing or repeated.`);
  return value;
}

function checkTime(timestamp: string, { tolerance = FIVE_MINUTES, now = new Date() }: Verification): void {
  if (!/^\d{1,11}$/.test(timestamp))
    throw new WebhookVerificationError('timestamp', 'The webhook-timestamp is not a number of seconds.');
  const age = now.getTime() - Number(timestamp) * 1000;
  // Negated, so that a tolerance or a time that is not a number is refused.
  if (!(Math.abs(age) <= tolerance))
    throw new WebhookVerificationError('timestamp', `The webhook-timestamp is too ${age > 0 ? 'old' : 'new'}.`);
}

function join(prefix: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const start = new TextEncoder().encode(prefix);
  const joined = new Uint8Array(start.length + body.length);
  joined.set(start);
  joined.set(body, start.length);
  return joined;
}

function parse(bytes: Uint8Array): WebhookEvent {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new WebhookVerificationError('body', 'The body is not JSON.');
  }
  const event = readEvent(value);
  if (event === null) throw new WebhookVerificationError('body', 'The body is not an event.');
  return event;
}
