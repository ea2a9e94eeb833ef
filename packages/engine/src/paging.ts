import { timingSafeEqual } from 'node:crypto';
import { message, type Page, Refusal } from '@gatehouse/domain';
import type { Vault } from './vault.ts';

/** The list that a cursor belongs to. */
export type Listing = {
  readonly list: string;
  /** The tenant, or the desk for lists over all tenants. */
  readonly owner: string;
  /** The filters, without cursor and limit. */
  readonly filters: Readonly<Record<string, string | undefined>>;
};

/**
 * Writes and reads the cursors of one listing. A cursor holds the end of the previous page and is signed together with
 * its listing: a changed one, or one of another list, tenant or filter, does not verify. All keys of the vault verify,
 * so that a stored cursor survives a key rotation.
 */
export function cursorsOf(vault: Vault, { list, owner, filters }: Listing) {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  const listing = JSON.stringify([list, owner, given.sort()]);
  const signed = (body: string, keyId?: string): string =>
    `${body}.${vault.own(keyId).hash(`cursor\n${listing}\n${body}`).toString('base64url')}`;
  return {
    write: (values: readonly (string | number)[]): string =>
      signed(Buffer.from(JSON.stringify(values)).toString('base64url')),

    /**
     * Returns the end of the previous page, or null at the beginning. @throws INVALID_INPUT for a cursor that this
     * listing did not write.
     */
    read(cursor: string | undefined): string[] | null {
      if (cursor === undefined) return null;
      const [body = ''] = cursor.split('.');
      // The text is compared and not its bytes, because base64 has several spellings of the same bytes.
      if (!vault.keyIds.some((keyId) => isSame(Buffer.from(cursor), Buffer.from(signed(body, keyId)))))
        throw new Refusal('INVALID_INPUT', {
          says: message('refusals.request.badCursor'),
          data: { issues: [{ path: 'cursor', message: message('refusals.request.startAgain') }] },
        });
      return (JSON.parse(Buffer.from(body, 'base64url').toString()) as unknown[]).map(String);
    },
  };
}

const isSame = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other);

/** Makes a page of rows that were read with one row more than `limit`. */
export function page<Row, T>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => T,
  cursorOf: (row: Row) => string,
): Page<T> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { items: kept.map(view), nextCursor: rows.length > limit && last ? cursorOf(last) : null };
}
