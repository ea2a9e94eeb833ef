import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Seals personal data with AES-256-GCM under the customer's own key, which is wrapped by a key-encryption key.
 * Destroying the customer's key erases everything sealed with it.
 */
export type DataKey = {
  /** Seals a value as JSON. `purpose` is bound to the result: a sealed note cannot be read back as a profile. */
  seal(purpose: string, value: unknown): Buffer;
  open<T>(purpose: string, sealed: Uint8Array): T;
  sealBytes(purpose: string, bytes: Uint8Array): Buffer;
  openBytes(purpose: string, sealed: Uint8Array): Buffer;
  /** A hash that is comparable only within this customer, and meaningless after the key is destroyed. */
  hash(bytes: Uint8Array | string): Buffer;
};

export type Vault = {
  newKey(): { wrapped: Buffer; keyId: string; key: DataKey };
  unwrap(wrapped: Uint8Array, keyId: string): DataKey;
  /** The key for data of no customer: signing secrets, stored answers. */
  own(keyId?: string): DataKey;
  readonly keyId: string;
  /** All known keys; the first one wraps. */
  readonly keyIds: readonly string[];
};

/**
 * @param keys the key-encryption keys by id, 32 bytes each; the first one wraps, the others only unwrap, so that a
 *   rotation needs no downtime.
 * @throws when there is no key, or one is not 32 bytes long.
 */
export function createVault(keys: ReadonlyMap<string, Uint8Array>): Vault {
  const [current] = keys.keys();
  if (current === undefined) throw new Error('No key-encryption key was given.');
  for (const [id, key] of keys)
    if (key.length !== 32) throw new Error(`The key-encryption key ${id} must have 32 bytes.`);
  const wrapping = (id: string): Uint8Array => {
    const key = keys.get(id);
    if (!key) throw new Error(`The key-encryption key ${id} is not configured.`);
    return key;
  };
  return {
    keyId: current,
    keyIds: [...keys.keys()],
    newKey() {
      const raw = randomBytes(32);
      return { wrapped: seal(wrapping(current), 'data-key', raw), keyId: current, key: dataKey(raw) };
    },
    unwrap: (wrapped, keyId) => dataKey(open(wrapping(keyId), 'data-key', wrapped)),
    own: (keyId = current) => dataKey(Buffer.from(hkdfSync('sha256', wrapping(keyId), '', 'gatehouse-own', 32))),
  };
}

function dataKey(raw: Uint8Array): DataKey {
  return {
    seal: (purpose, value) => seal(raw, purpose, Buffer.from(JSON.stringify(value))),
    open: (purpose, sealed) => JSON.parse(open(raw, purpose, sealed).toString()),
    sealBytes: (purpose, bytes) => seal(raw, purpose, bytes),
    openBytes: (purpose, sealed) => open(raw, purpose, sealed),
    hash: (bytes) => createHmac('sha256', raw).update('hash').update(bytes).digest(),
  };
}

const FORMAT_VERSION = 1;

/** The layout: 1 byte of version, 12 bytes of nonce, 16 bytes of tag, then the ciphertext. */
function seal(key: Uint8Array, purpose: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT_VERSION), nonce, cipher.getAuthTag(), body]);
}

function open(key: Uint8Array, purpose: string, sealed: Uint8Array): Buffer {
  if (sealed[0] !== FORMAT_VERSION) throw new Error('Sealed data in an unknown form.');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13)).setAAD(Buffer.from(purpose));
  decipher.setAuthTag(sealed.subarray(13, 29));
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
}
