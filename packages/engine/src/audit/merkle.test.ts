import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Leaf, MerkleRoot } from './merkle.ts';

const sha256 = (...parts: (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const leaf = (n: number): Leaf => ({ tenantId: 't', customerId: `c${n}`, position: n, head: Buffer.from([n]) });

/** The definition of RFC 6962: split at the largest power of two that is smaller than the number of leaves. */
function byDefinition(leaves: readonly Leaf[]): Buffer {
  const [only, more] = leaves;
  if (!only) return sha256();
  if (!more) return sha256(`\0${only.tenantId} ${only.customerId} ${only.position} `, only.head);
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return sha256('\x01', byDefinition(leaves.slice(0, split)), byDefinition(leaves.slice(split)));
}

test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 33, 100])(
  'the root over %i leaves is that of RFC 6962',
  (count) => {
    const leaves = Array.from({ length: count }, (_, n) => leaf(n));
    const merkle = new MerkleRoot();
    for (const each of leaves) merkle.add(each);
    expect(merkle.root()).toEqual(byDefinition(leaves));
    expect(merkle.count).toBe(count);
  },
);

test('a missing, changed or moved leaf changes the root', () => {
  const rootOver = (leaves: readonly Leaf[]): string => {
    const merkle = new MerkleRoot();
    for (const each of leaves) merkle.add(each);
    return merkle.root().toString('hex');
  };
  const [a, b, c] = [leaf(1), leaf(2), leaf(3)];
  const roots = [
    [a, b, c],
    [a, b],
    [a, c, b],
    [a, b, { ...c, position: 4 }],
    [a, b, { ...c, head: Buffer.from([9]) }],
  ];
  expect(new Set(roots.map(rootOver)).size).toBe(roots.length);
});
