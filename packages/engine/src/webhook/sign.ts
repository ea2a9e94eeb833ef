import { createHmac, randomBytes } from 'node:crypto';
import type { RealTime } from '@gatehouse/domain';

const PREFIX = 'whsec_';

/** Makes a signing secret: 256 random bits in the format of the Standard Webhooks specification. */
export const newSecret = (): string => PREFIX + randomBytes(32).toString('base64');

export type Signable = {
  readonly id: string;
  readonly timestamp: RealTime;
  /** The exact body, because the signature covers its bytes. */
  readonly body: string;
  /** All live secrets: two during a rotation's overlap. */
  readonly secrets: readonly string[];
};

export type SignatureHeaders = {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
};

/** Makes the three headers of the Standard Webhooks specification, with one `v1` signature per secret. */
export function signatureHeaders({ id, timestamp, body, secrets }: Signable): SignatureHeaders {
  const seconds = Math.floor(timestamp.getTime() / 1000).toString();
  const content = `${id}.${seconds}.${body}`;
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    // HMAC accepts an empty key, and anyone could forge its signatures.
    if (!secret.startsWith(PREFIX) || key.length === 0) throw new Error('A webhook secret is malformed.');
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') };
}
