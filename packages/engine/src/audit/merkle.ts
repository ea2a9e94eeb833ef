import { createHash } from 'node:crypto';

/** A record's sealed head: its ids, the length of its chain, and the hash of its last entry. */
export type Leaf = {
  readonly tenantId: string;
  readonly customerId: string;
  readonly position: number;
  readonly head: Uint8Array;
};

/**
 * Computes the Merkle root over ordered leaves as RFC 6962 defines it: leaves are hashed with prefix 0x00 and nodes
 * with 0x01, so that neither can pass as the other. It keeps one hash per level, so memory does not grow with the
 * leaves.
 */
export class MerkleRoot {
  readonly #full: { height: number; hash: Buffer }[] = [];
  count = 0;

  add(leaf: Leaf): void {
    let node = { height: 0, hash: leafHash(leaf) };
    for (let left = this.#full.at(-1); left?.height === node.height; left = this.#full.at(-1)) {
      this.#full.pop();
      node = { height: node.height + 1, hash: join(left.hash, node.hash) };
    }
    this.#full.push(node);
    this.count += 1;
  }

  /** The root over all leaves added so far. Without leaves it is the hash of the empty string. */
  root(): Buffer {
    const [smallest, ...larger] = this.#full.map(({ hash }) => hash).reverse();
    return larger.reduce((right, left) => join(left, right), smallest ?? createHash('sha256').digest());
  }
}

function leafHash({ tenantId, customerId, position, head }: Leaf): Buffer {
  return createHash('sha256').update(`\0${tenantId} ${customerId} ${position} `).update(head).digest();
}

const join = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update('\x01').update(left).update(right).digest();
