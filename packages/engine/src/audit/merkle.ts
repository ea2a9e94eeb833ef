import { createHash } from 'node:crypto';

/** A record's head as it is sealed: whose it is, how long its chain is, and the hash of its last entry. */
export type Leaf = {
  readonly tenantId: string;
  readonly customerId: string;
  readonly position: number;
  readonly head: Uint8Array;
};

/**
 * The Merkle root over leaves in order, by the rules of RFC 6962: a leaf is hashed behind a zero byte and a node behind
 * a one, so that neither can be passed off as the other. It keeps one hash for each level, however many leaves come.
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

  /** The root over everything added so far; over nothing it is the hash of nothing. */
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
