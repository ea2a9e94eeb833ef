import { createHmac, randomBytes } from 'node:crypto';
import type { RealTime } from '@gatehouse/domain';

const PREFIX = 'whsec_';

/** A new signing secret: 256 random bits, written as the Standard Webhooks specification writes them. */
export const newSecret = (): string => PREFIX + randomBytes(32).toString('base64');

export type Signable = {
  readonly id: string;
  readonly timestamp: RealTime;
  /** The body exactly as it is sent: the signature covers its bytes. */
  readonly body: string;
  /** Every live secret; during a rotation's overlap these are two. */
  readonly secrets: readonly string[];
};

export type SignatureHeaders = {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
};

/** The three headers of the Standard Webhooks specification, with one `v1` signature for each secret. */
export function signatureHeaders({ id, timestamp, body, secrets }: Signable): SignatureHeaders {
  const seconds = Math.floor(timestamp.getTime() / 1000).toString();
  const content = `${id}.${seconds}.${body}`;
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    // An empty key would sign, and everyone could forge it.
    if (!secret.startsWith(PREFIX) || key.length === 0) throw new Error('A webhook secret is malformed.');
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') };
}
