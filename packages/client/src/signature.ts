const PREFIX = 'whsec_';
/** The minimum of the Standard Webhooks specification, in bytes. An empty key would accept every signature. */
const MIN_KEY_BYTES = 24;

function decode(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function keyOf(secret: string): Uint8Array<ArrayBuffer> {
  const key = secret.startsWith(PREFIX) ? decode(secret.slice(PREFIX.length)) : null;
  if (key === null || key.length < MIN_KEY_BYTES)
    throw new TypeError(`A webhook secret is "${PREFIX}" and at least ${MIN_KEY_BYTES} bytes in base64.`);
  return key;
}

/** Compares in constant time. */
function equal(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index++) difference |= (a[index] ?? 0) ^ (b[index] ?? 0);
  return difference === 0;
}

/**
 * Whether any `v1` signature in the header was made over these bytes with any of the secrets. During a rotation, both
 * sides may have two. It uses Web Crypto, which Node and edge runtimes share.
 */
export async function isSigned(
  content: Uint8Array<ArrayBuffer>,
  header: string,
  secrets: readonly string[],
): Promise<boolean> {
  const keys = secrets.map(keyOf);
  const given = header
    .split(' ')
    .filter((part) => part.startsWith('v1,'))
    .flatMap((part) => decode(part.slice('v1,'.length)) ?? []);
  let found = false;
  for (const key of keys) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
    const expected = new Uint8Array(await crypto.subtle.sign('HMAC', imported, content));
    for (const signature of given) if (equal(expected, signature)) found = true;
  }
  return found;
}
